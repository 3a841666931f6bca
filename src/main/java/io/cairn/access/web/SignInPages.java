package io.cairn.access.web;

final class SignInPages {
    static final String KEEP = "/sign-in/kept";

    private SignInPages() {}
}
