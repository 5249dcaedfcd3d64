/* What the declarations of tests/IoctlSharp.Tool.Driver say. */
#ifndef TOASTER_H
#define TOASTER_H

#include <linux/types.h>
#include <linux/ioctl.h>

enum toaster_flags {
	TOASTER_FLAG_THAW = 1 << 0,
	TOASTER_FLAG_BOTH_SIDES = 1 << 1,
	TOASTER_FLAG_FORCE = 1 << 31,
};

#define TOASTER_MIN_CELSIUS (-40)
#define TOASTER_FOREVER (~0ULL)
#define TOASTER_NAME "toaster"

struct toaster_slice {
	__u32 darkness:5,
	      frozen:1,
	      rsvd:10,
	      millimetres:16;
	__u16 grams;
	__u16 pad;
};

struct toaster_program {
	__u32 argsz;
	__u32 flags;
	union {
		__u64 deadline;	/* ns; or */
		__u64 toasts;
	};
	char label[12];
	__u16 count;
	__u16 pad;
	struct toaster_slice slices[];
};

union toaster_cause {
	struct toaster_slice slice;
	__u8 wire;
};

struct toaster_event {
	__u32 kind;
	union toaster_cause cause;
	struct {
		__u16 slot;
		__u16 depth;
	} place;
	union {
		struct {
			__u32 kelvin;
			__u8 slot;
		};
		__u16 code;
		struct {
			__u16 lever:1,
			      level:7,
			      rest:8;
		};
	};
	long seconds;
};

#define TOASTER_BASE 0x10
#define TOASTER_SET_PROGRAM _IOW('t', TOASTER_BASE + 0, struct toaster_program)
#define TOASTER_WAIT _IOR('t', TOASTER_BASE + 1, struct toaster_event)
#define TOASTER_EJECT _IO('t', TOASTER_BASE + 2)
#define TOASTER_GET_LABEL(len) _IOC(_IOC_READ, 't', TOASTER_BASE + 3, len)
#ifdef __mips__
#define TOASTER_BEEP 0x4b31
#else
#define TOASTER_BEEP 0x4b30
#endif

#endif
