using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Layout.Tests;

/// <summary>Loads definitions into this runtime and asks it where the fields stand.</summary>
internal sealed class EmittedStructs
{
    private static readonly Type[][] Primitives =
    [
        [typeof(byte), typeof(sbyte), typeof(bool)], [typeof(ushort), typeof(short), typeof(char)],
        [typeof(uint), typeof(int), typeof(float), typeof(DayOfWeek)], [typeof(ulong), typeof(long), typeof(double)],
    ];

    private readonly ModuleBuilder _module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("EmittedStructs"), AssemblyBuilderAccess.Run).DefineDynamicModule("main");
    private readonly Dictionary<ClrStruct, Type> _types = new(ReferenceEqualityComparer.Instance);
    private int _count;

    /// <summary>sizeof alone: no instance is needed, however large.</summary>
    public int SizeOf(ClrStruct definition)
    {
        var method = new DynamicMethod("size", typeof(int), []);
        ILGenerator il = method.GetILGenerator();
        il.Emit(OpCodes.Sizeof, Load(definition));
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<int>>()();
    }

    /// <summary>sizeof, then the offset of each field.</summary>
    public int[] Measure(ClrStruct definition)
    {
        Type type = Load(definition);
        FieldInfo[] fields = [.. definition.Fields.Select(field => type.GetField(field.Name)!)];
        var method = new DynamicMethod("measure", typeof(int[]), []);
        ILGenerator il = method.GetILGenerator();
        il.DeclareLocal(type);
        il.Emit(OpCodes.Ldc_I4, fields.Length + 1);
        il.Emit(OpCodes.Newarr, typeof(int));
        for (int i = 0; i <= fields.Length; i++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldc_I4, i);
            if (i == 0)
            {
                il.Emit(OpCodes.Sizeof, type);
            }
            else
            {
                il.Emit(OpCodes.Ldloca_S, (byte)0);
                il.Emit(OpCodes.Ldflda, fields[i - 1]);
                il.Emit(OpCodes.Conv_U);
                il.Emit(OpCodes.Ldloca_S, (byte)0);
                il.Emit(OpCodes.Conv_U);
                il.Emit(OpCodes.Sub);
                il.Emit(OpCodes.Conv_I4);
            }
            il.Emit(OpCodes.Stelem_I4);
        }
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<int[]>>()();
    }

    private Type Load(ClrStruct definition)
    {
        if (_types.TryGetValue(definition, out Type? known))
            return known;
        TypeBuilder type = Define(definition.Kind == ClrLayoutKind.Explicit, definition.Pack, definition.Size);
        foreach (ClrField field in definition.Fields)
        {
            FieldBuilder built = type.DefineField(field.Name, Load(field.Type), FieldAttributes.Public);
            if (definition.Kind == ClrLayoutKind.Explicit)
                built.SetOffset(field.Offset!.Value);
        }
        return _types[definition] = type.CreateType();
    }

    private Type Load(ClrType type)
    {
        switch (type)
        {
            case ClrType.Primitive primitive:
                Type[] choice = Primitives[int.Log2(primitive.Size)];
                return choice[_count % choice.Length];
            case ClrType.Native:
                return _count % 2 == 0 ? typeof(nuint) : typeof(void).MakePointerType();
            case ClrType.Struct nested:
                return Load(nested.Definition);
            case ClrType.Array { Element: ClrType.Primitive element } array when _count % 2 == 0:
                // What the C# compiler makes of a fixed buffer.
                TypeBuilder buffer = Define(false, 0, array.Length * element.Size);
                buffer.DefineField("FixedElementField", Load(element), FieldAttributes.Public);
                return buffer.CreateType();
            case ClrType.Array array:
                TypeBuilder inline = Define(false, 0, 0);
                inline.DefineField("_element", Load(array.Element), FieldAttributes.Private);
                inline.SetCustomAttribute(new CustomAttributeBuilder(typeof(InlineArrayAttribute).GetConstructor([typeof(int)])!, [array.Length]));
                return inline.CreateType();
            default:
                throw new ArgumentException(type.ToString());
        }
    }

    private TypeBuilder Define(bool isExplicit, int pack, int size)
    {
        TypeAttributes layout = isExplicit ? TypeAttributes.ExplicitLayout : TypeAttributes.SequentialLayout;
        return _module.DefineType($"S{_count++}", TypeAttributes.Public | TypeAttributes.Sealed | layout, typeof(ValueType), (PackingSize)pack, size);
    }
}
