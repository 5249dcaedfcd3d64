// M007: A command whose macro lies is declared by its macro
// Seen in: util-linux#2905; libsdl-org/SDL#2358; nix#965
// Outcome: IOCTL4008

[IoctlGroup('T')]
public static partial class Tun
{
    [[|Ioctl(IoctlMacro.IOW, 202, Name = "TUNSETIFF")|]]
    public static partial void SetInterface(this Device device, in ulong request);
}
