package dev.parvi.platform;

/** Encrypts what must not be read from a stolen database; the key stays in the home folder. */
public interface Secrets {

    /** @param context what the secret belongs to; it must be the same when opened */
    byte[] seal(byte[] plain, String context);

    /** @throws IllegalStateException when the key is another one, the context differs, or the bytes were changed */
    byte[] open(byte[] sealed, String context);
}
