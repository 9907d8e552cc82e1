package dev.parvi.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What forms and addresses bring is made sound before anybody reads it, the sign-in included: no keyboard sends what goes by it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SoundForms extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new SoundForm(request), response);
    }

    private static final class SoundForm extends HttpServletRequestWrapper {

        SoundForm(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var value = super.getParameter(name);
            return value == null ? null : Sound.text(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = super.getParameterValues(name);
            return values == null ? null : sound(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> all.put(Sound.text(name), sound(values)));
            return all;
        }

        /** A name alone, as in {@code ?archived}, has the empty value where a container doesn't say so. */
        private static String[] sound(@Nullable String[] values) {
            return Arrays.stream(values)
                    .map(each -> each == null ? "" : Sound.text(each))
                    .toArray(String[]::new);
        }
    }
}
