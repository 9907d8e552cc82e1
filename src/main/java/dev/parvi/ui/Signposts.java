package dev.parvi.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the door of a request. Nearly all addresses begin with a brand's name, so Spring compares each request with hundreds of patterns, one
 * condition after another; what a look at the parts of the path rules out isn't asked any further.
 */
class Signposts extends RequestMappingHandlerMapping {

    private static final String WAY = Signposts.class.getName();

    private final Map<RequestMappingInfo, Road> roads = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        var road = roads.get(info);
        if (road == null) {
            road = roads.computeIfAbsent(info, Road::of);
        }
        return road.mayLead(way(request)) ? super.getMatchingMapping(info, request) : null;
    }

    private static String[] way(HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request);
        if (request.getAttribute(WAY) instanceof Way known && known.path() == path) {
            return known.parts();
        }
        var way = new Way(path, parts(path));
        request.setAttribute(WAY, way);
        return way.parts();
    }

    static String[] parts(RequestPath path) {
        return path.pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(each -> ((PathSegment) each).valueToMatch())
                .toArray(String[]::new);
    }

    /** A request that is passed on inside has another path than the one it came with. */
    private record Way(RequestPath path, String[] parts) {}

    /** Puts them up in the place of Spring's own. */
    @Component
    static class Instead implements WebMvcRegistrations {

        @Override
        public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
            return new Signposts();
        }
    }
}
