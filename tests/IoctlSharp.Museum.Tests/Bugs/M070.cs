// M070: An address outlives its pin
// Seen in: golang/go#44834; intel/goresctrl#207; zerotier/libzt#276
// Outcome: IOCTL5002

[KernelStruct("transfer")]
public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }

internal static class Transfers
{
    public static unsafe Transfer Make(byte[] bytes)
    {
        Transfer transfer = default;
        transfer.Length = (uint)bytes.Length;
        fixed (byte* pointer = bytes)
            transfer.Data = [|(UserPointer)pointer|];
        return transfer;
    }
}
