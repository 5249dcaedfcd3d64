using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;

namespace IoctlSharp.Coverage.Tests;

/// <summary>The methods that a compiled method names, and the integers it loads.</summary>
internal static class MethodBodyReader
{
    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static void Read(MethodBase method, Action<MethodBase> named, Action<int> loaded)
    {
        byte[]? body = method.GetMethodBody()?.GetILAsByteArray();
        if (body is null)
            return;
        Type[]? ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int i = 0; i < body.Length;)
        {
            short value = body[i++];
            if (value == 0xfe)
                value = (short)(0xfe00 | body[i++]);
            OpCode code = s_codes[value];
            if (code.OperandType == OperandType.InlineMethod || (code.OperandType == OperandType.InlineTok && IsMethod(body, i)))
                named(method.Module.ResolveMethod(BitConverter.ToInt32(body, i), ofType, ofMethod)!);
            else if (code == OpCodes.Ldc_I4)
                loaded(BitConverter.ToInt32(body, i));
            else if (code == OpCodes.Ldc_I4_S)
                loaded((sbyte)body[i]);
            else if (code.Value >= OpCodes.Ldc_I4_0.Value && code.Value <= OpCodes.Ldc_I4_8.Value)
                loaded(code.Value - OpCodes.Ldc_I4_0.Value);
            i += SizeOf(code, body, i);
        }
    }

    // The table of a token is its highest byte: methods, references to members, and instances of generic methods.
    private static bool IsMethod(byte[] body, int offset) => body[offset + 3] is 0x06 or 0x2b;

    private static int SizeOf(OpCode code, byte[] body, int offset) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(body, offset),
        _ => 4,
    };
}
