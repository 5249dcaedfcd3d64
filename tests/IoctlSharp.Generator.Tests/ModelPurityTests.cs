using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using IoctlSharp.Generator.Model;
using Shouldly;
using Xunit;

namespace IoctlSharp.Generator.Tests;

/// <summary>Nothing of the compiler's is reachable from a model: the pipeline keeps models from edit to edit.</summary>
public sealed class ModelPurityTests
{
    private static readonly Type[] s_roots =
    [
        .. typeof(GroupModel).Assembly.GetTypes().Where(type => type.Namespace is "IoctlSharp.Generator.Model" or "IoctlSharp.Generator.Layout" && type.IsPublic && !type.ContainsGenericParameters),
    ];

    [Fact]
    public void No_model_and_no_layout_reaches_a_type_of_the_compiler()
    {
        HashSet<Type> seen = [];
        List<string> found = [];
        foreach (Type root in s_roots)
            Walk(root, root.Name, seen, found);
        found.ShouldBeEmpty();
        seen.ShouldContain(typeof(FieldModel), "the walk goes through collections");
        seen.ShouldContain(typeof(ArgumentModel.Reference), "and through the cases of a union");
    }

    [Fact]
    public void Every_record_compares_by_content()
    {
        foreach (Type type in s_roots.Where(type => type.Name.EndsWith("Model", StringComparison.Ordinal) && type is { IsAbstract: false, IsEnum: false }))
            type.GetMethod("Equals", [type]).ShouldNotBeNull($"{type.Name} is compared from edit to edit");
        foreach (PropertyInfo property in s_roots.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)))
            IsComparable(property.PropertyType).ShouldBeTrue($"{property.DeclaringType!.Name}.{property.Name}: two equal ones must be equal");
    }

    [Fact]
    public void The_layout_engine_mentions_no_type_of_the_compiler()
    {
        const BindingFlags everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (Type type in typeof(GroupModel).Assembly.GetTypes().Where(type => type.Namespace == "IoctlSharp.Generator.Layout"))
        {
            IEnumerable<Type> mentioned = type.GetMethods(everything).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
                .Concat(type.GetFields(everything).Select(field => field.FieldType));
            mentioned.Where(mention => mention != typeof(object) && IsOfCompiler(mention)).ShouldBeEmpty(type.Name);
        }
    }

    private static void Walk(Type type, string path, HashSet<Type> seen, List<string> found)
    {
        if (IsOfCompiler(type))
            found.Add($"{path}: {type}");
        if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && !type.IsGenericType && !type.IsArray || !seen.Add(type))
            return;
        if (type.HasElementType)
            Walk(type.GetElementType()!, path, seen, found);
        foreach (Type argument in type.IsGenericType ? type.GetGenericArguments() : [])
            Walk(argument, path, seen, found);
        foreach (Type nested in type.GetNestedTypes())
            Walk(nested, $"{path}.{nested.Name}", seen, found);
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            foreach (FieldInfo field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.FieldType, $"{path}.{field.Name}", seen, found);
        }
    }

    private static bool IsOfCompiler(Type type) => type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true || type == typeof(object);

    private static bool IsComparable(Type type)
        => Nullable.GetUnderlyingType(type) is { } inner
            ? IsComparable(inner)
            : type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Type)
                || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>) && IsComparable(type.GetGenericArguments()[0]))
                || (type.Namespace?.StartsWith("IoctlSharp.Generator", StringComparison.Ordinal) == true && type.GetMethod("Equals", [type]) is not null);
}
