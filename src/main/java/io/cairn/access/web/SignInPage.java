package io.cairn.access.web;

import io.cairn.access.Demonstration.Part;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one signs in.
 *
 * @param next where to go afterwards, a path of ours
 * @param notice why the page is shown, when nobody asked for it
 * @param typed what somebody had typed when their session ran out
 */
public record SignInPage(
        int status,
        String email,
        String next,
        List<Part> cast,
        List<Problem> problems,
        @Nullable TypedForm typed,
        @Nullable String notice)
        implements FullPage {

    @Override
    public String title() {
        return "Sign in";
    }

    @Override
    public Section section() {
        return Section.NONE;
    }

    public boolean demo() {
        return !cast.isEmpty();
    }
}
