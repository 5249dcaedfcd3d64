/* The library through which every contestant calls: fd STUB_FD returns at once, any other goes to the C library. */
#include <dlfcn.h>
#include <stdint.h>

#define STUB_FD 0x7fffffff

typedef int ioctl_function(int fd, unsigned long request, void *argument);

static ioctl_function *c_library;

__attribute__((constructor)) static void find_c_library(void)
{
	c_library = (ioctl_function *)dlsym(dlopen("libc.so.6", RTLD_LAZY), "ioctl");
}

int ioctl(int fd, unsigned long request, void *argument)
{
	return fd == STUB_FD ? 0 : c_library(fd, request, argument);
}

/* What the C contestant does: the same copy of the same struct, the same call, through a pointer as a shared library's functions are. */
struct dma_map {
	uint32_t argsz;
	uint32_t flags;
	uint64_t vaddr;
	uint64_t iova;
	uint64_t size;
};

static ioctl_function *volatile call = ioctl;

int c_map(int fd, const struct dma_map *map, int rounds)
{
	int sum = 0;

	for (int i = 0; i < rounds; i++) {
		struct dma_map copy = *map;

		copy.argsz = sizeof(copy);
		sum += call(fd, 0x3b71, &copy);
	}
	return sum;
}

int c_available(int fd, int rounds)
{
	int sum = 0;

	for (int i = 0; i < rounds; i++) {
		int available = 0;

		call(fd, 0x541b, &available);
		sum += available;
	}
	return sum;
}
