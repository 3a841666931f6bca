package io.cairn.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files we ship beside our pages: style, script, fonts, pictures. Their address changes with their content. */
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "mjs", "text/javascript;charset=UTF-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");
    private static final Map<String, Resource> SHIPPED = shipped();
    private static final Map<String, Asset> READ = new ConcurrentHashMap<>();

    private Assets() {}

    /** The address of {@code app.css}, to be cached for ever; a file we do not ship is a mistake in the page. */
    public static String url(String name) {
        Asset asset = find(name);
        if (asset == null) {
            throw new IllegalArgumentException("There is no asset " + name);
        }
        return AssetPages.PATH + name + "?v=" + asset.hash();
    }

    static @Nullable Asset find(String name) {
        Resource file = SHIPPED.get(name);
        return file == null ? null : READ.computeIfAbsent(name, key -> read(key, file));
    }

    private static Map<String, Resource> shipped() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:static/**/*.*");
            return Arrays.stream(files)
                    .filter(file -> TYPES.containsKey(extension(name(file))))
                    .collect(Collectors.toMap(Assets::name, file -> file, (first, second) -> first));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Resource file) {
        try {
            String url = file.getURL().toString();
            return url.substring(url.lastIndexOf("/static/") + "/static/".length());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Asset read(String name, Resource file) {
        try (InputStream stream = file.getInputStream()) {
            byte[] content = stream.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            String hash = HexFormat.of().formatHex(digest, 0, 6);
            return new Asset(content, Objects.requireNonNull(TYPES.get(extension(name))), hash);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** One file in memory: the few we ship are small and asked for all the time. */
    @SuppressWarnings("ArrayRecordComponent")
    record Asset(byte[] content, String type, String hash) {}
}
