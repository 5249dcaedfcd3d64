using System;

namespace IoctlSharp.Calls.Tests.Live;

[Flags, KernelConstants("LO_FLAGS_", Header = "linux/loop.h")]
public enum LoopFlags : uint
{
    ReadOnly = 1,
    [CName("LO_FLAGS_AUTOCLEAR")] AutoClear = 4,
}

[KernelStruct("loop_info64", Header = "linux/loop.h")]
public partial struct LoopInfo64
{
    [CName("lo_device")] public ulong Device;
    [CName("lo_inode")] public ulong Inode;
    [CName("lo_rdevice")] public ulong RawDevice;
    [CName("lo_offset")] public ulong Offset;
    [CName("lo_sizelimit")] public ulong SizeLimit;
    [CName("lo_number")] public uint Number;
    [CName("lo_encrypt_type")] public uint EncryptType;
    [CName("lo_encrypt_key_size")] public uint EncryptKeySize;
    [CName("lo_flags")] public LoopFlags Flags;
    [CString, CName("lo_file_name")] private unsafe fixed byte _fileName[64];
    [CString, CName("lo_crypt_name")] private unsafe fixed byte _cryptName[64];
    [CName("lo_encrypt_key")] private unsafe fixed byte _encryptKey[32];
    [CName("lo_init")] private unsafe fixed ulong _init[2];
}

[IoctlGroup('L', Header = "linux/loop.h")]
public static partial class LoopIoctls
{
    [Ioctl(IoctlMacro.IO, 0x82, Name = "LOOP_CTL_GET_FREE")]
    public static partial int GetFree(this DeviceFile control);

    [Ioctl(IoctlMacro.IO, 0x00, Name = "LOOP_SET_FD"), FailsWith(Errno.EBUSY, "the loop device has a file already")]
    public static partial void SetFd(this DeviceFile loop, DeviceFile file);

    [Ioctl(IoctlMacro.IO, 0x01, Name = "LOOP_CLR_FD")]
    public static partial Errno TryClearFd(this DeviceFile loop);

    [Ioctl(IoctlMacro.IO, 0x04, Name = "LOOP_SET_STATUS64")]
    public static partial void SetStatus(this DeviceFile loop, in LoopInfo64 status);

    [Ioctl(IoctlMacro.IO, 0x05, Name = "LOOP_GET_STATUS64")]
    public static partial LoopInfo64 GetStatus(this DeviceFile loop);
}

[IoctlGroup((byte)0x12, Header = "linux/fs.h")]
public static partial class BlockIoctls
{
    // The header says size_t; the kernel writes a u64.
    [Ioctl(IoctlMacro.IOR, 114, Name = "BLKGETSIZE64", MacroType = typeof(nuint))]
    public static partial void GetSize(this DeviceFile device, out ulong bytes);
}
