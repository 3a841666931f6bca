package io.cairn.web;

record SamplePart(String text) implements Fragment {}
