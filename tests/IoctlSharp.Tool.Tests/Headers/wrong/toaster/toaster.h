/* What the declarations of tests/IoctlSharp.Tool.Driver do not say: one mistake of each kind. */
#ifndef TOASTER_H
#define TOASTER_H

#include <linux/types.h>
#include <linux/ioctl.h>

enum toaster_flags {
	TOASTER_FLAG_THAW = 1 << 0,
	TOASTER_FLAG_BOTH_SIDES = 1 << 2,	/* another value */
	/* TOASTER_FLAG_FORCE is missing */
};

#define TOASTER_MIN_CELSIUS (-41)
#define TOASTER_FOREVER "for ever"	/* a text where C# has a number */
#define TOASTER_NAME "grill"

struct toaster_slice {
	__u32 frozen:1,			/* another order */
	      darkness:5,
	      rsvd:10,
	      millimetres:16;
	__u16 grams;
	__u8 butter;			/* in what C# calls padding */
	__u8 pad;
};

struct toaster_program {
	__u32 argsz;
	/* flags is missing */
	union {
		__u64 deadline;
		__u32 toasts;		/* shorter */
	};
	char label[8];
	__u16 count;
	__u16 pad;
	__u16 slices[];			/* another element */
};

/* union toaster_cause is missing */

struct toaster_event {
	__u32 kind:8;			/* a bit-field where C# has a field */
	__u64 cause;
	struct {
		__u16 depth;
		__u16 slot;
	} place;
	union {
		struct {
			__u32 kelvin;
			__u8 slot;
		};
		__u16 code;
		struct {
			__u16 lever:2,
			      level:6,
			      rest:8;
		};
	};
	long seconds;
};

#define TOASTER_BASE 0x10
#define TOASTER_SET_PROGRAM _IOW('t', TOASTER_BASE + 0, struct toaster_program)
#define TOASTER_WAIT _IO('t', TOASTER_BASE + 1)
#define TOASTER_EJECT _IO('t', NO_SUCH_MACRO)
#define TOASTER_GET_LABEL(len) _IOC(_IOC_READ, 't', TOASTER_BASE + 3, len)

#endif
