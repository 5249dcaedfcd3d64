// Stands in for the kernel: takes the place of libc's ioctl for the fds of one range, keeps what it was given, and answers as told.
// Everything that a test says and everything that is kept belongs to the calling thread, so that tests run side by side.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_FD = 0x40000000, FDS = 0x10000, CALLS = 64, ANSWERS = 32, WRITES = 8, POINTERS = 4, ROUNDS = 16 };

struct block {
    uint32_t length;
    uint8_t *bytes;
};

struct call {
    int32_t fd;
    uint64_t request;
    uint64_t argument;
    struct block kept[1 + POINTERS];
};

struct write {
    int32_t pointer_offset; // -1: to the argument itself
    int32_t offset;
    struct block data;
};

struct answer {
    int32_t result;
    int32_t error;
    int32_t writes;
    struct write write[WRITES];
};

// A kernel whose answer has a size of its own. Offsets are -1 where the struct has no such field.
struct protocol {
    int32_t error; // 0: succeeds with what there is room for
    int32_t size_offset;
    int32_t count_offset;
    int32_t count_size;
    int32_t pointer_offset;
    int32_t tail_offset;
    int32_t element_size;
    int32_t rounds;
    uint64_t wanted[ROUNDS]; // elements, by call; the last holds for all that follow. Without a count: bytes in all.
};

static __thread struct {
    int calls, answers, answered, keep, pointers, played, blocks, has_protocol;
    struct call call[CALLS];
    struct answer answer[ANSWERS];
    struct { int32_t offset, length; } pointer[POINTERS];
    struct protocol protocol;
} state;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int blocked[FDS], closed[FDS];

static struct block copy(const void *bytes, uint32_t length)
{
    struct block block = { length, malloc(length ? length : 1) };
    memcpy(block.bytes, bytes, length);
    return block;
}

static uint8_t *behind(const uint8_t *argument, int32_t offset)
{
    uint64_t address;
    memcpy(&address, argument + offset, sizeof address);
    return (uint8_t *)(uintptr_t)address;
}

void recorder_reset(void)
{
    for (int i = 0; i < state.calls && i < CALLS; i++)
        for (int k = 0; k <= POINTERS; k++)
            free(state.call[i].kept[k].bytes);
    for (int i = 0; i < state.answers; i++)
        for (int k = 0; k < state.answer[i].writes; k++)
            free(state.answer[i].write[k].data.bytes);
    memset(&state, 0, sizeof state);
}

void recorder_keep(int32_t bytes)
{
    state.keep = bytes;
}

void recorder_keep_behind(int32_t pointer_offset, int32_t bytes)
{
    state.pointer[state.pointers].offset = pointer_offset;
    state.pointer[state.pointers++].length = bytes;
}

void recorder_answer(int32_t result, int32_t error)
{
    state.answer[state.answers].result = result;
    state.answer[state.answers++].error = error;
}

void recorder_answer_writes(int32_t pointer_offset, int32_t offset, const void *bytes, int32_t length)
{
    struct answer *answer = &state.answer[state.answers - 1];
    answer->write[answer->writes++] = (struct write){ pointer_offset, offset, copy(bytes, length) };
}

void recorder_play(const struct protocol *protocol)
{
    state.protocol = *protocol;
    state.has_protocol = 1;
    state.played = 0;
}

void recorder_block(void)
{
    state.blocks = 1;
}

int32_t recorder_calls(void)
{
    return state.calls;
}

void recorder_call(int32_t index, int32_t *fd, uint64_t *request, uint64_t *argument)
{
    *fd = state.call[index].fd;
    *request = state.call[index].request;
    *argument = state.call[index].argument;
}

const void *recorder_kept(int32_t index, int32_t which, int32_t *length)
{
    *length = state.call[index].kept[which].length;
    return state.call[index].kept[which].bytes;
}

void recorder_wait_until_blocked(int32_t fd)
{
    pthread_mutex_lock(&lock);
    while (!blocked[fd - FIRST_FD])
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
}

void recorder_release(int32_t fd)
{
    pthread_mutex_lock(&lock);
    blocked[fd - FIRST_FD] = 0;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

int32_t recorder_closes(int32_t fd)
{
    pthread_mutex_lock(&lock);
    int count = closed[fd - FIRST_FD];
    pthread_mutex_unlock(&lock);
    return count;
}

static void stand(int32_t fd)
{
    pthread_mutex_lock(&lock);
    blocked[fd - FIRST_FD] = 1;
    pthread_cond_broadcast(&changed);
    while (blocked[fd - FIRST_FD])
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
}

static uint64_t read_field(const uint8_t *field, int32_t size)
{
    uint64_t value = 0;
    memcpy(&value, field, size); // little-endian, as every machine that runs these tests
    return value;
}

static int play(uint8_t *argument)
{
    const struct protocol *p = &state.protocol;
    int round = state.played < p->rounds ? state.played : p->rounds - 1;
    state.played++;
    uint64_t wanted = p->wanted[round], room;
    uint8_t *to = p->pointer_offset >= 0 ? behind(argument, p->pointer_offset) : argument + p->tail_offset;
    if (p->count_offset >= 0) {
        room = read_field(argument + p->count_offset, p->count_size);
        memcpy(argument + p->count_offset, &wanted, p->count_size);
    } else {
        uint64_t size = read_field(argument + p->size_offset, 4);
        memcpy(argument + p->size_offset, &wanted, 4);
        room = size - p->tail_offset;
        wanted = wanted > (uint64_t)p->tail_offset ? wanted - p->tail_offset : 0;
    }

    if (room < wanted && p->error) {
        errno = p->error;
        return -1;
    }
    // By argsz the kernel leaves out what does not fit as a whole.
    uint64_t given = room >= wanted ? wanted : p->count_offset >= 0 && !p->error ? room : 0;
    for (uint64_t i = 0; i < given * p->element_size; i++)
        to[i] = (uint8_t)(0x10 + i);
    return 0;
}

static int answer(uint8_t *argument)
{
    if (state.answered == state.answers)
        return state.has_protocol ? play(argument) : 0;

    const struct answer *given = &state.answer[state.answered++];
    for (int i = 0; i < given->writes; i++) {
        const struct write *write = &given->write[i];
        uint8_t *to = write->pointer_offset < 0 ? argument : behind(argument, write->pointer_offset);
        memcpy(to + write->offset, write->data.bytes, write->data.length);
    }

    if (!given->error)
        return given->result;
    errno = given->error;
    return -1;
}

int ioctl(int fd, unsigned long request, ...)
{
    va_list list;
    va_start(list, request);
    uint8_t *argument = va_arg(list, uint8_t *);
    va_end(list);

    if (fd < FIRST_FD || fd >= FIRST_FD + FDS) {
        int (*real)(int, unsigned long, ...) = (int (*)(int, unsigned long, ...))dlsym(RTLD_NEXT, "ioctl");
        return real(fd, request, argument);
    }

    // A loop that measures makes more calls than are worth keeping.
    if (state.calls < CALLS) {
        struct call *call = &state.call[state.calls++];
        *call = (struct call){ .fd = fd, .request = request, .argument = (uintptr_t)argument };
        if (state.keep > 0 && argument)
            call->kept[0] = copy(argument, state.keep);
        for (int i = 0; i < state.pointers; i++) {
            uint8_t *data = behind(argument, state.pointer[i].offset);
            if (data)
                call->kept[1 + i] = copy(data, state.pointer[i].length);
        }
    }

    if (state.blocks) {
        state.blocks = 0;
        stand(fd);
    }
    return answer(argument);
}

int close(int fd)
{
    if (fd >= FIRST_FD && fd < FIRST_FD + FDS) {
        pthread_mutex_lock(&lock);
        closed[fd - FIRST_FD]++;
        pthread_mutex_unlock(&lock);
        return 0;
    }
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "close");
    return real(fd);
}
