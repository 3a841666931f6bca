package io.cairn.template.reading;

import io.cairn.template.ReturnProblem;

/**
 * How much one file may still hold in memory, all its sheets together: a workbook writes a text down once and may show it in
 * every cell.
 */
final class Room {
    private int letters = 16 * 1024 * 1024;
    private int cells = 2_000_000;

    /**
     * The same words, counted.
     *
     * @throws io.cairn.kernel.ProblemException FILE_UNPACKS_TOO_LARGE once there is no room any more
     */
    String taken(String words) {
        letters -= words.length();
        cells--;
        if (letters < 0 || cells < 0) {
            throw ReturnProblem.FILE_UNPACKS_TOO_LARGE
                    .saying("This file holds more than 16 million letters or 2 million cells and is not read.")
                    .exception();
        }
        return words;
    }
}
