package io.cairn;

/** The program's entry. */
public final class Cairn {
    private Cairn() {}

    public static void main(String[] args) {
        System.out.println("Cairn");
    }
}
