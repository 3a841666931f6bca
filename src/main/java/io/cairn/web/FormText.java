package io.cairn.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Text from forms and addresses is held to the same rule as text in JSON; browsers' line ends become one character. */
@ControllerAdvice
class FormText {
    @InitBinder
    void readText(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new CleanText());
    }

    private static final class CleanText extends PropertyEditorSupport {
        @Override
        public void setAsText(@Nullable String text) {
            if (text != null && !PlainText.isClean(text)) {
                throw new IllegalArgumentException("control characters");
            }
            setValue(text == null ? null : text.replace("\r\n", "\n"));
        }
    }
}
