using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds the rules of a struct, and of the structs in it, that what is known of its fields breaks: for certain, whichever way was taken.</summary>
internal sealed class FieldRuleEngine(ContractCache contracts, StructContract contract, FlowStruct value)
{
    private const ulong SmallestPage = 4096;

    // Hostile nesting must not end the compiler.
    private const int MaximumDepth = 8;

    /// <summary>The broken rules.</summary>
    /// <param name="presets">The bits of a field that the call sets itself: a caller who contradicts those has a diagnostic of its own.</param>
    /// <param name="hasTail">Whether the call puts something behind the struct, or may.</param>
    public IEnumerable<Violation> Find(System.Func<string, ulong> presets, bool hasTail)
        => Find(presets, 0).Concat(hasTail ? [] : contract.Fields.SelectMany(field => Tail(field, presets(field.Field.Name))));

    private IEnumerable<Violation> Find(System.Func<string, ulong> presets, int depth)
        => contract.Fields.SelectMany(field => field.LimitsValues ? Flags(field, presets(field.Field.Name)).Concat(Numbers(field)).Concat(Conditions(field)) : [])
            .Concat(depth < MaximumDepth ? contract.Fields.SelectMany(field => Nested(field, presets, depth)) : []);

    // A struct that means nothing now may hold anything, and of a union nobody knows the arm.
    private IEnumerable<Violation> Nested(FieldContract field, System.Func<string, ulong> presets, int depth)
        => value.Field(field.Field) is FlowStruct nested && contracts.Of(field.Field.Type) is { IsUnion: false } inner && (field.ValidWhen.IsEmpty || field.ValidWhen.Any(condition => Holds(condition) == true))
            ? new FieldRuleEngine(contracts, inner, nested).Find(name => presets($"{field.Field.Name}.{name}"), depth + 1)
            : [];

    private IEnumerable<Violation> Flags(FieldContract field, ulong preset)
    {
        if (value.Field(field.Field) is not FlowNumber number)
            yield break;
        ITypeSymbol type = field.Field.Type;
        foreach (ulong group in field.AtLeastOne.Where(group => (number.Zeros & group) == group))
            yield return new(ValueRules.FlagIsMissing, field.Field, number, $"with none of {FlagNames.Of(group, type)}", "set at least one of them");
        foreach (ulong group in field.ExactlyOne)
        {
            if ((number.Zeros & group) == group)
                yield return new(ValueRules.FlagIsMissing, field.Field, number, $"with none of {FlagNames.Of(group, type)}", "set exactly one of them");
            else if ((preset & group) == 0 && (AreSeveral(number.Ones & group) || number.Always(bits => AreSeveral(bits & group))))
                yield return new(ValueRules.FlagsExcludeEachOther, field.Field, number, $"with more than one of {FlagNames.Of(group, type)}", "set exactly one of them");
        }

        foreach (FlagPair pair in field.Excludes.Where(pair => (number.Ones & pair.Flag) == pair.Flag && (preset & (pair.Flag | pair.Others)) == 0))
        {
            bool isLifted = pair.Unless != 0 && (number.Zeros & pair.Unless) == 0;
            if (!isLifted && ((number.Ones & pair.Others) != 0 || number.Always(bits => (bits & pair.Others) != 0)))
                yield return new(ValueRules.FlagsExcludeEachOther, field.Field, number, $"with {FlagNames.Of(pair.Flag, type)} and one of {FlagNames.Of(pair.Others, type)}", "set either or the other");
        }

        foreach (FlagPair pair in field.Requires.Where(pair => (number.Ones & pair.Flag) == pair.Flag && (number.Zeros & pair.Others) != 0))
            yield return new(ValueRules.FlagIsMissing, field.Field, number, $"with {FlagNames.Of(pair.Flag, type)} but without {FlagNames.Of(number.Zeros & pair.Others, type)}", "set that flag as well");
    }

    // Of a flag that the call itself contradicts another rule tells.
    private IEnumerable<Violation> Tail(FieldContract field, ulong preset)
    {
        if (preset == 0 && value.Field(field.Field) is FlowNumber number && (number.Ones & field.TailWhen) is not 0 and var flags)
            yield return new(ValueRules.ValueIsZero, field.Field, number, $"with {FlagNames.Of(flags, field.Field.Type)} and nothing behind the struct", "call a method that takes what stands there");
    }

    private IEnumerable<Violation> Numbers(FieldContract field)
    {
        if (value.Field(field.Field) is not { } given)
            yield break;
        if (field.Refused.Count > 0 && given is FlowNumber refused && refused.Always(bits => field.Refused.Contains(bits)))
            yield return new(ValueRules.ValueIsOutOfRange, field.Field, refused, $"as {FlagNames.Of(refused.Values[0], field.Field.Type)}, which it never takes", "give another value");
        if (field.IsNonZero && IsZero(given) && (field.NonZeroUnless is null || Holds(field.NonZeroUnless) == false) && Applies(field.NonZeroWhen))
        {
            yield return new(ValueRules.ValueIsZero, field.Field, given, "as zero", "give it a value");
            yield break;
        }

        // A zero that the kernel takes for "none" has a rule of its own.
        if (given is not FlowNumber number || number.IsZero)
            yield break;
        int alignment = System.Math.Max(Applies(field.AlignedToWhen) ? field.AlignedTo : 0, field.IsPageAligned ? (int)SmallestPage : 0);
        if (alignment > 0 && number.Always(bits => bits % (ulong)alignment != 0))
            yield return new(ValueRules.ValueIsNotAligned, field.Field, number, $"as {Text(number)}, no multiple of {(field.IsPageAligned ? "a page's size" : alignment.ToString(CultureInfo.InvariantCulture))}", "round it");
        if (field.AlignedToField is { } multiple && Applies(field.AlignedToWhen) && value.Field(multiple) is FlowNumber unit && unit.Always(size => size != 0 && number.Always(bits => bits % size != 0)))
            yield return new(ValueRules.ValueIsNotAligned, field.Field, number, $"as {Text(number)}, no multiple of '{multiple.Name}'", "round it");
        if (field.IsPowerOfTwo && Applies(field.PowerOfTwoWhen) && number.Always(bits => (bits & (bits - 1)) != 0))
            yield return new(ValueRules.ValueIsNotPowerOfTwo, field.Field, number, $"as {Text(number)}, no power of two", "give a power of two");
        if (field.Range is var (minimum, maximum) && Applies(field.RangeWhen) && number.Always(bits => IsOutside(bits, minimum, maximum, field.Field.Type)))
            yield return new(ValueRules.ValueIsOutOfRange, field.Field, number, $"as {Text(number)}, {(maximum == long.MaxValue ? $"less than {minimum}" : $"no value from {minimum} to {maximum}")}", maximum == long.MaxValue ? "give as much" : "give one");
    }

    private IEnumerable<Violation> Conditions(FieldContract field)
    {
        if (value.Field(field.Field) is not { } given || !IsNonZero(given))
            yield break;
        if (!field.ValidWhen.IsEmpty && field.ValidWhen.All(condition => Holds(condition) == false))
            yield return new(ValueRules.FieldMustBeZero, field.Field, given, $"with a value, which means nothing unless '{field.ValidWhen[0].Field.Name}' {Text(field.ValidWhen[0])}", $"set that in '{field.ValidWhen[0].Field.Name}', or leave the field zero");
        foreach (ContractCondition condition in field.ZeroWhen.Where(condition => Holds(condition) == true))
            yield return new(ValueRules.FieldMustBeZero, field.Field, given, $"with a value, although '{condition.Field.Name}' {Text(condition)}", "leave the field zero");
    }

    private bool Applies(ContractCondition? when) => when is null || Holds(when) == true;

    // Whether a condition is certain to hold, or certain not to; null when it is not known.
    private bool? Holds(ContractCondition condition)
    {
        if (value.Field(condition.Field) is not FlowNumber number)
            return null;
        if (condition.IsFlags)
            return (number.Ones & condition.Value) == condition.Value ? true : (number.Zeros & condition.Value) != 0 ? false : null;
        return number.Always(bits => bits == condition.Value) ? true : number.Always(bits => bits != condition.Value) ? false : null;
    }

    // Of an unsigned field more than a long holds is above every maximum but the largest.
    private static bool IsOutside(ulong bits, long minimum, long maximum, ITypeSymbol type)
        => bits > long.MaxValue && type.SpecialType is SpecialType.System_UInt64 or SpecialType.System_UIntPtr ? maximum < long.MaxValue : unchecked((long)bits) < minimum || unchecked((long)bits) > maximum;

    private static bool IsZero(FlowValue value) => value is FlowNumber { IsZero: true } or FlowStruct { IsZero: true };

    private static bool IsNonZero(FlowValue value) => value is FlowNumber { IsNonZero: true };

    private static bool AreSeveral(ulong bits) => (bits & (bits - 1)) != 0;

    private static string Text(FlowNumber number) => number.Values[0] < 10 ? number.Values[0].ToString(CultureInfo.InvariantCulture) : "0x" + number.Values[0].ToString("x", CultureInfo.InvariantCulture);

    private static string Text(ContractCondition condition) => (condition.IsFlags ? "has " : "is ") + FlagNames.Of(condition.Value, condition.Field.Type);
}
