// Real bit-fields, laid out by the compiler of this machine.

#include <stdint.h>
#include <string.h>

struct narrow {
    uint8_t first : 1;
    uint8_t second : 3;
    uint8_t third : 4;
};

struct wide {
    uint32_t kind : 5;
    uint32_t : 3;
    uint32_t count : 12;
    uint32_t last : 12;
};

struct full {
    uint64_t low : 33;
    uint64_t middle : 30;
    uint64_t top : 1;
};

uint8_t bits_narrow(unsigned first, unsigned second, unsigned third)
{
    struct narrow word = { .first = first, .second = second, .third = third };
    uint8_t bytes;
    memcpy(&bytes, &word, sizeof bytes);
    return bytes;
}

uint32_t bits_wide(unsigned kind, unsigned count, unsigned last)
{
    struct wide word;
    memset(&word, 0, sizeof word);
    word.kind = kind;
    word.count = count;
    word.last = last;
    uint32_t bytes;
    memcpy(&bytes, &word, sizeof bytes);
    return bytes;
}

uint64_t bits_full(uint64_t low, uint64_t middle, uint64_t top)
{
    struct full word = { .low = low, .middle = middle, .top = top };
    uint64_t bytes;
    memcpy(&bytes, &word, sizeof bytes);
    return bytes;
}
