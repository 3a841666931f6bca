package io.cairn.web;

/** A part of the gallery, ready made. */
record GalleryPart(int status, String html) implements Fragment {}
