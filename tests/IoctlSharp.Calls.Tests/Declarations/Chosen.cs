namespace IoctlSharp.Calls.Tests.Declarations;

[KernelStruct("chosen")]
public partial struct Chosen
{
    public Operation Op;
    [Union(Anonymous = true, Discriminator = nameof(Op))] public Choice Choice;
    [Alias("Pattern"), Alias("Seed")] public uint Value;
}
