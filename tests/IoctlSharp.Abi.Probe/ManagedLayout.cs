using System;
using System.Reflection;
using System.Reflection.Emit;

namespace IoctlSharp.Abi.Probe;

/// <summary>What the runtime does, not what its marshaller would: <c>sizeof</c>, and the difference of addresses.</summary>
internal static class ManagedLayout
{
    public static int SizeOf(Type type)
    {
        DynamicMethod method = Method();
        ILGenerator il = method.GetILGenerator();
        il.Emit(OpCodes.Sizeof, type);
        il.Emit(OpCodes.Ret);
        return Run(method);
    }

    /// <param name="type">The struct.</param>
    /// <param name="way">The fields on the way to the one that is asked for, each within the one before.</param>
    public static int OffsetOf(Type type, params FieldInfo[] way)
    {
        DynamicMethod method = Method();
        ILGenerator il = method.GetILGenerator();
        il.DeclareLocal(type);
        il.Emit(OpCodes.Ldloca_S, (byte)0);
        foreach (FieldInfo field in way)
            il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Ldloca_S, (byte)0);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Ret);
        return Run(method);
    }

    // The fields of kernel structs are private as a rule.
    private static DynamicMethod Method() => new("ask", typeof(int), Type.EmptyTypes, typeof(ManagedLayout).Module, skipVisibility: true);

    private static int Run(DynamicMethod method) => ((Func<int>)method.CreateDelegate(typeof(Func<int>)))();
}
