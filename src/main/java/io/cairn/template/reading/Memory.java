package io.cairn.template.reading;

import io.cairn.kernel.Viewer;
import io.cairn.template.Cell;
import io.cairn.template.FileMark;
import io.cairn.template.Returned;
import io.cairn.template.SheetRow;
import io.cairn.template.TemplateReturn.Kept;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Which thing each row of a person's file became, so that sending it again makes nothing twice. */
@Component
class Memory {
    private final JdbcClient db;
    private final ObjectMapper json;

    Memory(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * A row as it was when it was applied.
     *
     * @param digest of what stood in it
     */
    record Remembered(UUID itemId, String sheet, int line, String digest, int version) {}

    /** In the order of the file; one statement. */
    List<Remembered> of(FileMark mark) {
        return db.sql("""
                select r.item_id, r.sheet, r.line, r.row_digest as digest, r.version
                  from template.remembered r
                 where r.file = :file
                 order by r.sheet, r.line, r.item_id
                """).param("file", file(mark)).query(Remembered.class).list();
    }

    /** One statement, whatever their number. */
    void keep(Viewer viewer, Returned part, List<Kept> kept) {
        Map<String, String> digests = new HashMap<>();
        for (Returned.Sheet sheet : part.sheets()) {
            sheet.rows().forEach(row -> digests.put(place(sheet.form().key(), row.number()), digest(row.row())));
        }
        List<Remembered> rows = kept.stream()
                .map(one -> new Remembered(
                        one.id(),
                        one.sheet(),
                        one.row(),
                        digests.getOrDefault(place(one.sheet(), one.row()), ""),
                        one.version()))
                .toList();
        db.sql("""
                insert into template.remembered (person_id, file, item_id, sheet, line, row_digest, version)
                select :person, :file, x."itemId", x.sheet, x.line, x.digest, x.version
                  from jsonb_to_recordset(:rows::jsonb)
                       as x ("itemId" uuid, sheet text, line integer, digest text, version integer)
                    on conflict (person_id, file, sheet, item_id) do update
                   set line = excluded.line, row_digest = excluded.row_digest, version = excluded.version
                """)
                .param("person", viewer.id())
                .param("file", file(part.mark()))
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    private static String place(String sheet, int row) {
        return sheet + " " + row;
    }

    /** A file is known by when it was made; files that say nothing of themselves are known by their template alone. */
    private static String file(FileMark mark) {
        return mark.template() + " " + mark.subject() + " " + mark.madeAt();
    }

    /**
     * The same rows with what they are known to have become: by their content first, then by their place, as long as the row
     * that stood there is not found elsewhere.
     */
    static Returned completed(Returned file, List<Remembered> known) {
        if (known.isEmpty()) {
            return file;
        }
        boolean placed = !file.mark().madeAt().equals(Instant.EPOCH);
        List<Returned.Sheet> sheets = new ArrayList<>();
        for (Returned.Sheet sheet : file.sheets()) {
            List<Remembered> own = known.stream()
                    .filter(one -> one.sheet().equals(sheet.form().key()))
                    .toList();
            sheets.add(new Returned.Sheet(sheet.form(), completed(sheet.rows(), own, placed)));
        }
        return new Returned(file.mark(), sheets);
    }

    private static List<Returned.Row> completed(List<Returned.Row> rows, List<Remembered> known, boolean placed) {
        Map<UUID, Remembered> left = new java.util.LinkedHashMap<>();
        known.forEach(one -> left.put(one.itemId(), one));
        Map<Integer, Remembered> found = new HashMap<>();
        for (Returned.Row row : rows) {
            row.row().id().map(left::remove).ifPresent(one -> found.put(row.number(), one));
        }
        Map<String, List<Remembered>> byContent = new HashMap<>();
        left.values()
                .forEach(one -> byContent
                        .computeIfAbsent(one.digest(), digest -> new ArrayList<>())
                        .add(one));
        for (Returned.Row row : rows) {
            List<Remembered> alike =
                    row.row().id().isPresent() ? List.of() : byContent.getOrDefault(digest(row.row()), List.of());
            if (!alike.isEmpty()) {
                Remembered first = alike.removeFirst();
                left.remove(first.itemId());
                found.put(row.number(), first);
            }
        }
        Map<Integer, Remembered> byPlace = new HashMap<>();
        if (placed) {
            left.values().forEach(one -> byPlace.put(one.line(), one));
        }
        for (Returned.Row row : rows) {
            if (row.row().id().isEmpty() && !found.containsKey(row.number()) && byPlace.containsKey(row.number())) {
                found.put(row.number(), byPlace.get(row.number()));
            }
        }
        return rows.stream()
                .map(row -> found.containsKey(row.number()) ? completed(row, found.get(row.number())) : row)
                .toList();
    }

    /** Who applied a file goes on from what that made of it. */
    private static Returned.Row completed(Returned.Row row, Remembered known) {
        Map<String, Cell> cells = new HashMap<>(row.row().cells());
        cells.put("id", new Cell.Words(known.itemId().toString()));
        boolean newer = row.row().figure("version") == null
                || row.row().figure("version").intValue() < known.version();
        if (newer) {
            cells.put("version", new Cell.Figure(java.math.BigDecimal.valueOf(known.version())));
        }
        return new Returned.Row(row.number(), new SheetRow(cells), row.unreadable());
    }

    private static String digest(SheetRow row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(row.cells()).forEach((column, cell) -> {
                if (!column.equals("id") && !column.equals("version")) {
                    digest.update((column + "\0" + text(cell) + "\0").getBytes(StandardCharsets.UTF_8));
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Words words -> words.text();
            case Cell.Date date -> date.day().toString();
            case Cell.Figure figure -> figure.value().stripTrailingZeros().toPlainString();
        };
    }
}
