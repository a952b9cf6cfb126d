using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.ItemKit;

/// <summary>Collections of every kind, of up to three elements.</summary>
internal static class AnyCollection
{
    private const int Most = 3;

    /// <summary>Collections of the type, or null where it is none.</summary>
    /// <param name="type">The collection's type.</param>
    /// <param name="least">The least number of elements.</param>
    /// <param name="elementOf">Generators of the type's arguments by their number.</param>
    public static Gen<object?>? Of(Type type, int least, Func<int, Type, Gen<object?>> elementOf)
    {
        if (type.IsArray)
            return Invoke(nameof(Lists), [type.GetElementType()!], type, least, elementOf);
        if (!type.IsGenericType || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) != true)
            return null;

        return type.GetGenericArguments() is { Length: 2 } pair ? Invoke(nameof(Dictionaries), pair, type, least, elementOf)
            : IsSet(type) ? Invoke(nameof(Sets), type.GetGenericArguments(), type, least, elementOf)
            : Invoke(nameof(Lists), type.GetGenericArguments(), type, least, elementOf);
    }

    /// <summary>Whether values of the type have no order and no equal elements.</summary>
    public static bool IsSet(Type type) => type.GetInterfaces().Append(type).Any(static one =>
        one.IsGenericType
            && (one.GetGenericTypeDefinition() == typeof(ISet<>) || one.GetGenericTypeDefinition() == typeof(IReadOnlySet<>)));

    private static Gen<object?> Invoke(string method, Type[] arguments, Type type, int least, Func<int, Type, Gen<object?>> elementOf) =>
        (Gen<object?>)typeof(AnyCollection).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(arguments)
            .Invoke(null, [type, least, elementOf])!;

    private static Gen<object?> Lists<T>(Type type, int least, Func<int, Type, Gen<object?>> elementOf)
    {
        var shape = Shape<T, List<T>>(
            type,
            static list => list,
            static list => list.ToArray(),
            static list => list.ToImmutableArray(),
            static list => list.ToImmutableList());
        return Many(elementOf(0, typeof(T)), least).Select(elements => shape([.. elements.Cast<T>()]));
    }

    private static Gen<object?> Sets<T>(Type type, int least, Func<int, Type, Gen<object?>> elementOf)
    {
        var shape = Shape<T, HashSet<T>>(
            type,
            static set => set,
            static set => new SortedSet<T>(set),
            static set => set.ToImmutableHashSet(),
            static set => set.ToImmutableSortedSet(),
            static set => set.ToFrozenSet());
        return Many(elementOf(0, typeof(T)), least).Select(
            elements => shape(
                [.. elements.DistinctBy(static element => element is byte[] bytes ? Convert.ToHexString(bytes) : element).Cast<T>()]));
    }

    private static Gen<object?> Dictionaries<TKey, TValue>(Type type, int least, Func<int, Type, Gen<object?>> elementOf)
        where TKey : notnull
    {
        var shape = Shape<TKey, Dictionary<TKey, TValue>>(
            type,
            static map => map,
            static map => new SortedDictionary<TKey, TValue>(map),
            static map => map.ToImmutableDictionary(),
            static map => map.ToImmutableSortedDictionary(),
            static map => map.ToFrozenDictionary());
        var keys = elementOf(0, typeof(TKey)).Where(static key => key is not "");
        return Many(keys.Zip(elementOf(1, typeof(TValue))), least).Select(
            pairs => shape(
                pairs.DistinctBy(static pair => pair.Item1)
                    .ToDictionary(static pair => (TKey)pair.Item1!, static pair => (TValue)pair.Item2!)));
    }

    private static Gen<T[]> Many<T>(Gen<T> element, int least) => Gen.Choose(least, Most).SelectMany(element.ArrayOf);

    /// <summary>Of the ways to make a collection, the first that makes one of the type.</summary>
    private static Func<TSource, object?> Shape<T, TSource>(Type type, params Func<TSource, object>[] ways)
        where TSource : new()
        => ways.FirstOrDefault(way => type.IsInstanceOfType(way(new TSource())))
            ?? throw new NotSupportedException($"No way to make a {type}.");
}
