package dev.parvi.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeConverter;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Our components bear the names of their classes, so whoever asks for a class of ours is given the bean of that name; all else is
 * looked for as ever.
 */
final class NamedBeans extends DefaultListableBeanFactory {

    private static final String OURS = "dev.parvi.";

    @Override
    public @Nullable Object resolveDependency(
            DependencyDescriptor wanted,
            @Nullable String by,
            @Nullable Set<String> found,
            @Nullable TypeConverter converter) {
        var type = wanted.getDependencyType();
        var name = type.getName();
        if (!name.startsWith(OURS) || !containsBeanDefinition(name) || wanted.getAnnotations().length > 0) {
            return super.resolveDependency(wanted, by, found, converter);
        }
        if (found != null) {
            found.add(name);
        }
        return getBean(name, type);
    }

    /** A start asks this half a million times, most of them of a component of ours about a kind that isn't ours. */
    @Override
    protected boolean isTypeMatch(String name, ResolvableType wanted, boolean eagerly) {
        var kind = wanted.resolve();
        return (kind == null || mayBe(name, kind)) && super.isTypeMatch(name, wanted, eagerly);
    }

    private boolean mayBe(String name, Class<?> kind) {
        if (!name.startsWith(OURS)
                || !containsBeanDefinition(name)
                || !(getBeanDefinition(name) instanceof AbstractBeanDefinition part)
                || !part.hasBeanClass()) {
            return true;
        }
        var component = part.getBeanClass();
        return !component.getName().equals(name) || kind.isAssignableFrom(component);
    }
}
