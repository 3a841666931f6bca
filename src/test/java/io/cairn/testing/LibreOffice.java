package io.cairn.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** LibreOffice without a screen: works out workbooks anew and prints documents. One start takes several files. */
public final class LibreOffice {
    private static final String SHEETS =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    private static final long LONGEST_SECONDS = 180;

    /** Workbooks that were not written by it are otherwise shown with the values they bring. */
    private static final String RECALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    private final Path folder;

    /** @param folder an empty one of the test's own */
    public LibreOffice(Path folder) {
        this.folder = folder;
    }

    /** Each sheet of each workbook as it is worked out here, by {@code file/sheet}: rows of unformatted cells. */
    public Map<String, List<List<String>>> sheets(Map<String, byte[]> workbooks) {
        convert(SHEETS, workbooks, ".xlsx");
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        workbooks
                .keySet()
                .forEach(name -> files(".csv").stream()
                        .filter(file -> file.getFileName().toString().startsWith(name + "-"))
                        .forEach(file -> sheets.put(
                                name + "/"
                                        + file.getFileName()
                                                .toString()
                                                .replace(name + "-", "")
                                                .replace(".csv", ""),
                                rows(file))));
        return sheets;
    }

    /** How many pages each document has in print. */
    public Map<String, Integer> pages(Map<String, byte[]> documents) {
        convert("pdf", documents, ".docx");
        Map<String, Integer> pages = new LinkedHashMap<>();
        for (String name : documents.keySet()) {
            try (var document = org.apache.pdfbox.Loader.loadPDF(
                    folder.resolve("made/" + name + ".pdf").toFile())) {
                pages.put(name, document.getNumberOfPages());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return pages;
    }

    private void convert(String to, Map<String, byte[]> files, String ending) {
        try {
            Path profile = folder.resolve("profile/user");
            Files.createDirectories(profile);
            Files.writeString(profile.resolve("registrymodifications.xcu"), RECALCULATE);
            List<String> command = new ArrayList<>(List.of(
                    System.getProperty("cairn.soffice", "soffice"),
                    "--headless",
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--convert-to",
                    to,
                    "--outdir",
                    folder.resolve("made").toString()));
            for (var file : files.entrySet()) {
                Path written = folder.resolve(file.getKey() + ending);
                Files.write(written, file.getValue());
                command.add(written.toString());
            }
            run(command);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void run(List<String> command) throws IOException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("LibreOffice did not end: " + Files.readString(said));
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("LibreOffice failed: " + Files.readString(said));
        }
    }

    private List<Path> files(String ending) {
        try (var made = Files.list(folder.resolve("made"))) {
            return made.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<List<String>> rows(Path file) {
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder()
                .ofCsvRecord(Files.readString(file, StandardCharsets.UTF_8))) {
            List<List<String>> rows = new ArrayList<>();
            reader.forEach(record -> rows.add(record.getFields()));
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
