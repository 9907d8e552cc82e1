package dev.parvi.platform;

/** A room that keeps sealed bytes; after {@code rotate-key} each such bean is asked to seal them anew. */
public interface Resealed {

    /** Opens and seals again everything this room keeps, over all brands; answers how many secrets that were. */
    int reseal();
}
