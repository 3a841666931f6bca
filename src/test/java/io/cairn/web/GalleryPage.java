package io.cairn.web;

/** A page of the gallery, its content ready made. */
record GalleryPage(String title, Section section, String html) implements FullPage {}
