package io.cairn.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The sample server on a free port. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SampleServer.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cairn.mode=demo", "cairn.trusted-proxies=127.0.0.1, 10.0.0.0/8", "server.address=127.0.0.1"})
@org.springframework.context.annotation.Import({SampleServer.Pages.class, SampleServer.Api.class})
@interface SampleTest {}
