package io.cairn.incentive.web;

import io.cairn.incentive.PayoutRunFiles;
import io.cairn.incentive.RunFile;
import io.cairn.kernel.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Runs as files to be saved. */
@Component
class RunFiles {
    private final PayoutRunFiles files;

    RunFiles(PayoutRunFiles files) {
        this.files = files;
    }

    /** @param batch one batch as it was paid; null for the whole run as it is now */
    ResponseEntity<byte[]> send(Viewer viewer, UUID run, @Nullable Integer batch, boolean excel) {
        RunFile file = batch == null ? files.whole(viewer, run) : files.batch(viewer, run, batch);
        String name = "payouts" + (batch == null ? "" : "-batch-" + batch) + (excel ? ".xlsx" : ".csv");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, excel ? Sheets.EXCEL : Sheets.CSV + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(excel ? Sheets.excel(file) : Sheets.csv(file));
    }
}
