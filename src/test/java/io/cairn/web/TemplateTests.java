package io.cairn.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class TemplateTests {
    @Test
    void everyPageAndFragmentHasItsTemplate() {
        var pages = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.cairn").stream()
                        .filter(type -> type.isRecord()
                                && type.isAssignableTo(Html.class)
                                && !type.isEquivalentTo(Redirect.class))
                        .map(JavaClass::reflect)
                        .toList();
        assertThat(pages).contains(ErrorPage.class).allSatisfy(page -> Class.forName(templateClass(page)));
    }

    private static String templateClass(Class<?> page) {
        return page.getPackageName() + ".Jte" + page.getSimpleName() + "Generated";
    }
}
