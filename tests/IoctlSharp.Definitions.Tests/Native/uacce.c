// An accelerator without hardware: takes the place of libc for /dev/fake_zip-0 and its queues, and does what drivers/misc/uacce/uacce.c and HiSilicon's qm.c do.
// All else goes to libc.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// <poll.h> says that poll only writes to what it is given.
struct pollfd {
    int fd;
    short events;
    short revents;
};

enum { POLLIN = 1, FIRST_FD = 0x50000000, QUEUES = 2, REGIONS = 2, QP_ID = 21 };
enum state { FREE, INIT, STARTED, ZOMBIE };

static struct queue {
    enum state state;
    uint16_t type;
    void *region[REGIONS];
    size_t size[REGIONS];
    int updated;
} queues[QUEUES];

static int put_frees, is_gone;
static size_t region_size[REGIONS];
static char journal[4096];

static void note(const char *what)
{
    if (journal[0])
        strcat(journal, " ");
    strcat(journal, what);
}

static int fail(int error)
{
    errno = error;
    return -1;
}

static struct queue *find(int fd)
{
    return fd >= FIRST_FD && fd < FIRST_FD + QUEUES ? &queues[fd - FIRST_FD] : NULL;
}

void accelerator_reset(int old_put, uint64_t mmio_size, uint64_t dus_size)
{
    memset(queues, 0, sizeof queues);
    journal[0] = 0;
    put_frees = old_put;
    is_gone = 0;
    region_size[0] = mmio_size;
    region_size[1] = dus_size;
}

const char *accelerator_journal(void)
{
    return journal;
}

int accelerator_type(int index)
{
    return queues[index].type;
}

void accelerator_update(int index)
{
    queues[index].updated = 1;
}

// uacce_remove: the parent device goes.
void accelerator_remove(void)
{
    is_gone = 1;
    for (int i = 0; i < QUEUES; i++)
        if (queues[i].state != FREE)
            queues[i].state = ZOMBIE;
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    if (strcmp(path, "/dev/fake_zip-0") != 0)
        return ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open"))(path, flags, mode);
    if (is_gone)
        return fail(ENODEV);
    for (int i = 0; i < QUEUES; i++) {
        if (queues[i].state == FREE) {
            queues[i].state = INIT;
            note("open");
            return FIRST_FD + i;
        }
    }

    return fail(EBUSY);
}

int close(int fd)
{
    struct queue *queue = find(fd);
    if (!queue)
        return ((int (*)(int))dlsym(RTLD_NEXT, "close"))(fd);
    if (queue->region[0] || queue->region[1])
        note("close-while-mapped");
    memset(queue, 0, sizeof *queue);
    note("close");
    return 0;
}

static int start(struct queue *queue)
{
    if (queue->state != INIT)
        return fail(EINVAL);
    queue->state = STARTED;
    note("start");
    return 0;
}

static int put(struct queue *queue)
{
    if (put_frees) {
        queue->state = ZOMBIE;
        note("put");
    } else if (queue->state == STARTED) {
        queue->state = INIT;
        note("stop");
    }

    return 0;
}

int ioctl(int fd, unsigned long request, ...)
{
    va_list rest;
    va_start(rest, request);
    uint8_t *argument = va_arg(rest, uint8_t *);
    va_end(rest);
    struct queue *queue = find(fd);
    if (!queue)
        return ((int (*)(int, unsigned long, ...))dlsym(RTLD_NEXT, "ioctl"))(fd, request, argument);
    if (queue->state != INIT && queue->state != STARTED)
        return fail(ENXIO);
    uint16_t context[2];
    switch (request) {
    case 0x5700:
        return start(queue);
    case 0x5701:
        return put(queue);
    case 0xc004480a: // struct hisi_qp_ctx
        memcpy(context, argument, sizeof context);
        if (context[1] > 1)
            return fail(EINVAL);
        queue->type = context[1];
        context[0] = QP_ID;
        memcpy(argument, context, sizeof context);
        note("type");
        return 0;
    case 0xc010480b: // struct hisi_qp_info
        memcpy(argument, (uint32_t[]){ 128, 1024 | 2048 << 16 }, 8);
        return 0;
    default:
        return fail(EINVAL);
    }
}

void *mmap(void *address, size_t length, int protection, int flags, int fd, off_t offset)
{
    void *(*real)(void *, size_t, int, int, int, off_t) = (void *(*)(void *, size_t, int, int, int, off_t))dlsym(RTLD_NEXT, "mmap");
    struct queue *queue = fd < 0 ? NULL : find(fd);
    if (!queue)
        return real(address, length, protection, flags, fd, offset);
    size_t region = offset / getpagesize();
    int error = region >= REGIONS ? EINVAL : queue->state != INIT && queue->state != STARTED ? ENXIO : queue->region[region] ? EEXIST
        : (region == 0 ? length > region_size[0] : length != region_size[1]) ? EINVAL : !(flags & MAP_SHARED) ? EINVAL : 0;
    if (error) {
        errno = error;
        return MAP_FAILED;
    }

    note(region == 0 ? "map-mmio" : "map-dus");
    queue->size[region] = length;
    return queue->region[region] = real(NULL, length, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

int munmap(void *address, size_t length)
{
    for (int i = 0; i < QUEUES * REGIONS; i++) {
        if (address && queues[i / REGIONS].region[i % REGIONS] == address) {
            queues[i / REGIONS].region[i % REGIONS] = NULL;
            note("unmap");
        }
    }

    return ((int (*)(void *, size_t))dlsym(RTLD_NEXT, "munmap"))(address, length);
}

int poll(struct pollfd *fds, unsigned long count, int milliseconds)
{
    struct queue *queue = count == 1 ? find(fds->fd) : NULL;
    if (!queue)
        return ((int (*)(struct pollfd *, unsigned long, int))dlsym(RTLD_NEXT, "poll"))(fds, count, milliseconds);
    int is_updated = queue->updated && queue->state == STARTED;
    queue->updated = 0;
    fds->revents = is_updated ? POLLIN : 0;
    if (!is_updated && milliseconds > 0)
        usleep(milliseconds * 1000);
    return is_updated;
}
