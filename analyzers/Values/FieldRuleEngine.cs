using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds the rules of a struct that what is known of its fields breaks: for certain, whichever way was taken.</summary>
internal sealed class FieldRuleEngine(StructContract contract, FlowStruct value)
{
    private const ulong SmallestPage = 4096;

    /// <summary>The broken rules.</summary>
    /// <param name="presets">The bits of a field that the call sets itself: a caller who contradicts those has a diagnostic of its own.</param>
    public IEnumerable<Violation> Find(System.Func<string, ulong> presets)
        => contract.Fields.Where(field => field.LimitsValues).SelectMany(field => Flags(field, presets(field.Field.Name)).Concat(Numbers(field)).Concat(Conditions(field)));

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

    private IEnumerable<Violation> Numbers(FieldContract field)
    {
        if (value.Field(field.Field) is not { } given)
            yield break;
        if (field.IsNonZero && IsZero(given) && (field.NonZeroUnless is null || Holds(field.NonZeroUnless) == false))
        {
            yield return new(ValueRules.ValueIsZero, field.Field, given, "as zero", "give it a value");
            yield break;
        }

        // A zero that the kernel takes for "none" has a rule of its own.
        if (given is not FlowNumber number || number.IsZero)
            yield break;
        int alignment = System.Math.Max(field.AlignedTo, field.IsPageAligned ? (int)SmallestPage : 0);
        if (alignment > 0 && number.Always(bits => bits % (ulong)alignment != 0))
            yield return new(ValueRules.ValueIsNotAligned, field.Field, number, $"as {Text(number)}, no multiple of {(field.IsPageAligned ? "a page's size" : alignment.ToString(CultureInfo.InvariantCulture))}", "round it");
        if (field.IsPowerOfTwo && number.Always(bits => (bits & (bits - 1)) != 0))
            yield return new(ValueRules.ValueIsNotPowerOfTwo, field.Field, number, $"as {Text(number)}, no power of two", "give a power of two");
        if (field.Range is var (minimum, maximum) && number.Always(bits => unchecked((long)bits) < minimum || unchecked((long)bits) > maximum))
            yield return new(ValueRules.ValueIsOutOfRange, field.Field, number, $"as {Text(number)}, no value from {minimum} to {maximum}", "give one");
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

    // Whether a condition is certain to hold, or certain not to; null when it is not known.
    private bool? Holds(ContractCondition condition)
    {
        if (value.Field(condition.Field) is not FlowNumber number)
            return null;
        if (condition.IsFlags)
            return (number.Ones & condition.Value) == condition.Value ? true : (number.Zeros & condition.Value) != 0 ? false : null;
        return number.Always(bits => bits == condition.Value) ? true : number.Always(bits => bits != condition.Value) ? false : null;
    }

    private static bool IsZero(FlowValue value) => value is FlowNumber { IsZero: true } or FlowStruct { IsZero: true };

    private static bool IsNonZero(FlowValue value) => value is FlowNumber { IsNonZero: true };

    private static bool AreSeveral(ulong bits) => (bits & (bits - 1)) != 0;

    private static string Text(FlowNumber number) => number.Values[0] < 10 ? number.Values[0].ToString(CultureInfo.InvariantCulture) : "0x" + number.Values[0].ToString("x", CultureInfo.InvariantCulture);

    private static string Text(ContractCondition condition) => (condition.IsFlags ? "has " : "is ") + FlagNames.Of(condition.Value, condition.Field.Type);
}
