namespace IoctlSharp.Spapr.Guest.Machine;

/// <summary>Two functions in POWER machine code (ELFv2): one on each side of a call with a parameter save area, at 32 to 95 of the caller's r1.</summary>
internal static class PowerCode
{
    /// <summary>What <see cref="ShowSaveArea"/> fills the area with.</summary>
    public const ulong Canary = 0x5a5a;

    /// <summary>
    /// <c>f(fd, request, argument, 4th ... 9th)</c>: overwrites the whole area of its caller with ones, as any function that is variadic to the
    /// compiler may, and returns its ninth argument, which stands behind the area.
    /// </summary>
    public static readonly uint[] OverwriteSaveArea =
    [
        0x3800_ffff, // li    r0, -1
        0xf801_0020, // std   r0, 32(r1)
        0xf801_0028, // std   r0, 40(r1)
        0xf801_0030, // std   r0, 48(r1)
        0xf801_0038, // std   r0, 56(r1)
        0xf801_0040, // std   r0, 64(r1)
        0xf801_0048, // std   r0, 72(r1)
        0xf801_0050, // std   r0, 80(r1)
        0xf801_0058, // std   r0, 88(r1)
        0xe861_0060, // ld    r3, 96(r1)
        0x4e80_0020, // blr
    ];

    /// <summary>
    /// <c>f(function, area, fd, request, argument)</c>: calls the function with a save area full of canaries and copies what is left of them.
    /// </summary>
    public static readonly uint[] ShowSaveArea =
    [
        0x7c08_02a6, // mflr  r0
        0xf801_0010, // std   r0, 16(r1)
        0xf821_ff71, // stdu  r1, -144(r1)
        0xfbe1_0088, // std   r31, 136(r1)
        0xf841_0018, // std   r2, 24(r1)
        0x7c9f_2378, // mr    r31, r4
        0x3800_5a5a, // li    r0, 0x5a5a
        0xf801_0020, // std   r0, 32(r1)
        0xf801_0028, // std   r0, 40(r1)
        0xf801_0030, // std   r0, 48(r1)
        0xf801_0038, // std   r0, 56(r1)
        0xf801_0040, // std   r0, 64(r1)
        0xf801_0048, // std   r0, 72(r1)
        0xf801_0050, // std   r0, 80(r1)
        0xf801_0058, // std   r0, 88(r1)
        0x7c6c_1b78, // mr    r12, r3
        0x7d89_03a6, // mtctr r12
        0x7ca3_2b78, // mr    r3, r5
        0x7cc4_3378, // mr    r4, r6
        0x7ce5_3b78, // mr    r5, r7
        0x4e80_0421, // bctrl
        0xe841_0018, // ld    r2, 24(r1)
        0xe801_0020, // ld    r0, 32(r1)
        0xf81f_0000, // std   r0, 0(r31)
        0xe801_0028, // ld    r0, 40(r1)
        0xf81f_0008, // std   r0, 8(r31)
        0xe801_0030, // ld    r0, 48(r1)
        0xf81f_0010, // std   r0, 16(r31)
        0xe801_0038, // ld    r0, 56(r1)
        0xf81f_0018, // std   r0, 24(r31)
        0xe801_0040, // ld    r0, 64(r1)
        0xf81f_0020, // std   r0, 32(r31)
        0xe801_0048, // ld    r0, 72(r1)
        0xf81f_0028, // std   r0, 40(r31)
        0xe801_0050, // ld    r0, 80(r1)
        0xf81f_0030, // std   r0, 48(r31)
        0xe801_0058, // ld    r0, 88(r1)
        0xf81f_0038, // std   r0, 56(r31)
        0xebe1_0088, // ld    r31, 136(r1)
        0x3821_0090, // addi  r1, r1, 144
        0xe801_0010, // ld    r0, 16(r1)
        0x7c08_03a6, // mtlr  r0
        0x4e80_0020, // blr
    ];
}
