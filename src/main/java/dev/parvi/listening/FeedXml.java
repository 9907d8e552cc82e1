package dev.parvi.listening;

import java.io.StringReader;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Walks through XML: by the JDK's parser where it's sound, by jsoup where it isn't. Neither loads or expands what a document defines. */
final class FeedXml {

    /** A tree of more than these wants memory that nobody's feed is worth. */
    private static final int MOST_TAGS = 400_000;

    private static final XMLInputFactory FACTORY = factory();

    private FeedXml() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // undeclared prefixes are common, and we know the usual ones by their names
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** @return nothing where it isn't sound XML */
    static @Nullable FeedWalk strict(String xml, FeedWalk walk) {
        try {
            var reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            var attributes = new Read(reader);
            while (reader.hasNext() && !walk.full()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> walk.start(reader.getLocalName(), attributes);
                    case XMLStreamConstants.END_ELEMENT -> walk.end(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> walk.text(reader.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE -> {
                        return null;
                    }
                    default -> {
                        // comments and instructions say nothing to us
                    }
                }
            }
            reader.close();
            return walk;
        } catch (XMLStreamException | RuntimeException e) {
            return null;
        }
    }

    static FeedWalk tolerant(String xml, FeedWalk walk) throws NotRead {
        if (xml.chars().filter(c -> c == '<').limit(MOST_TAGS).count() >= MOST_TAGS) {
            throw new NotRead(Reason.TOO_LARGE, "");
        }
        var document = Parser.xmlParser().parseInput(xml, "");
        document.traverse(new Tree(walk));
        return walk;
    }

    /** Drives the walk over a tree. */
    private record Tree(FeedWalk walk) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case Document _ -> {
                    // the walk begins at its root
                }
                case Element element -> walk.start(element.nodeName(), new Held(element));
                case CDataNode text -> walk.text(text.text());
                case TextNode text -> walk.text(text.getWholeText());
                default -> {
                    // comments and instructions say nothing to us
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element && !(node instanceof Document)) {
                walk.end(node.nodeName());
            }
        }
    }

    private record Held(Element element) implements FeedWalk.Attributes {

        @Override
        public @Nullable String get(String name) {
            return element.hasAttr(name) ? element.attr(name) : null;
        }

        @Override
        public void prefixes(BiConsumer<String, String> each) {
            for (var attribute : element.attributes()) {
                if (attribute.getKey().startsWith("xmlns:")) {
                    each.accept(attribute.getKey().substring(6), attribute.getValue());
                }
            }
        }

        @Override
        public String written() {
            return element.attributes().html();
        }
    }

    private record Read(XMLStreamReader reader) implements FeedWalk.Attributes {

        private String name(int attribute) {
            var prefix = reader.getAttributePrefix(attribute);
            var local = reader.getAttributeLocalName(attribute);
            return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
        }

        @Override
        public @Nullable String get(String name) {
            for (var i = 0; i < reader.getAttributeCount(); i++) {
                if (name(i).equals(name)) {
                    return reader.getAttributeValue(i);
                }
            }
            return null;
        }

        @Override
        public void prefixes(BiConsumer<String, String> each) {
            for (var i = 0; i < reader.getAttributeCount(); i++) {
                var name = name(i);
                if (name.startsWith("xmlns:")) {
                    each.accept(name.substring(6), reader.getAttributeValue(i));
                }
            }
        }

        @Override
        public String written() {
            var text = new StringBuilder();
            for (var i = 0; i < reader.getAttributeCount(); i++) {
                text.append(' ')
                        .append(name(i))
                        .append("=\"")
                        .append(Entities.escape(reader.getAttributeValue(i)))
                        .append('"');
            }
            return text.toString();
        }
    }
}
