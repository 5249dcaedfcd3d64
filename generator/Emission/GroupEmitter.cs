using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the other part of an <c>[IoctlGroup]</c> class.</summary>
public static class GroupEmitter
{
    public static string Emit(GroupModel group) => FileEmitter.Emit(group.Hierarchy, writer =>
    {
        foreach (string lost in group.LostMethods)
            RefusedCallEmitter.EmitLost(writer, lost);

        using (writer.Block(group.Hierarchy.Types[group.Hierarchy.Types.Count - 1]))
        {
            foreach (SignatureModel refused in group.RefusedMethods)
            {
                RefusedCallEmitter.Emit(writer, refused);
                writer.Line();
            }

            if (group.Methods.Count == 0)
                return;
            MeaningEmitter meanings = new(group);
            foreach (MethodModel method in group.Methods)
            {
                new MethodEmitter(writer, method, group, meanings).Emit();
                writer.Line();
            }

            CommandEmitter.EmitCommands(writer, group);
            meanings.Emit(writer);
        }
    });
}
