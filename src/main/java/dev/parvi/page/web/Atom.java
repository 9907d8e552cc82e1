package dev.parvi.page.web;

import dev.parvi.page.PagePost;
import dev.parvi.page.Site;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;

/** The feed in the Atom Syndication Format, RFC 4287. */
@Component
class Atom {

    private final Described described;
    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

    Atom(Described described) {
        this.described = described;
    }

    String of(Site site, List<PagePost> posts, Instant changed) {
        var text = new StringWriter();
        try {
            var xml = factory.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            xml.writeAttribute("xml:lang", site.locale().toLanguageTag());
            head(xml, site, changed);
            for (var post : posts) {
                entry(xml, site, post);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The feed could not be written", e);
        }
        return text.toString();
    }

    private void head(XMLStreamWriter xml, Site site, Instant changed) throws XMLStreamException {
        element(xml, "id", "urn:uuid:" + uuid("page " + site.brand().id()));
        element(xml, "title", site.name());
        if (!site.lead().isBlank()) {
            element(xml, "subtitle", site.lead());
        }
        element(xml, "updated", time(changed));
        link(xml, "self", "application/atom+xml", described.whole(site.at("/feed.atom")));
        link(xml, "alternate", "text/html", described.whole(site.at("")));
        author(xml, site);
    }

    private void entry(XMLStreamWriter xml, Site site, PagePost post) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + id(site, post));
        element(xml, "title", post.headline());
        element(xml, "published", time(post.at()));
        element(xml, "updated", time(post.changed().isBefore(post.at()) ? post.at() : post.changed()));
        link(xml, "alternate", "text/html", described.whole(site.at("/" + post.slug())));
        for (var tag : post.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(tag));
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        if (!post.language().isEmpty()) {
            xml.writeAttribute("xml:lang", post.language());
        }
        xml.writeCharacters(clean(FeedHtml.of(site, post, described::whole)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void author(XMLStreamWriter xml, Site site) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", site.brand().name());
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** The same for ever, wherever the desk moves. */
    static UUID id(Site site, PagePost post) {
        return uuid(site.brand().id() + " " + post.key());
    }

    private static UUID uuid(String of) {
        return UUID.nameUUIDFromBytes(("parvi " + of).getBytes(StandardCharsets.UTF_8));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** XML 1.0 has no place for most control characters, not even escaped. */
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "");
    }
}
