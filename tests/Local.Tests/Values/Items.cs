using DynamoToolkit.ItemKit;
using DynamoToolkit.Local.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.Local.Tests.Values;

/// <summary>Random values of every type, up to the deepest that an item can have.</summary>
internal static class Items
{
    private const int MaxLevels = 32;

    /// <summary>Any texts: with escapes, and with characters that take two UTF-16 units.</summary>
    public static Gen<string> Texts => Any.Text;

    /// <summary>Items without a key.</summary>
    public static Gen<MapValue> All { get; } =
        from shallow in Maps(3)
        from deep in Gen.Frequency((9, Gen.Constant<Value?>(null)), (1, Deep().Select(static value => (Value?)value)))
        select deep is null ? shallow : new MapValue(new(shallow.Members) { ["deep"] = deep });

    /// <summary>Values with at most a number of levels.</summary>
    public static Gen<Value> OfLevels(int levels) => levels <= 1
        ? Gen.OneOf(Scalars(), Sets())
        : Gen.Frequency((6, Scalars()), (3, Sets()), (1, Lists(levels - 1)), (1, Maps(levels - 1).Select(static map => (Value)map)));

    private static Gen<Value> Scalars() => Gen.OneOf(
        Any.Text.Select(static text => (Value)new StringValue(text)),
        Numbers.Any.Generator.Select(static number => (Value)new NumberValue(number)),
        Any.Bytes.Select(static bytes => (Value)new BinaryValue(bytes)),
        Gen.Elements<Value>(BoolValue.True, BoolValue.False, NullValue.Instance));

    private static Gen<Value> Sets() => Gen.OneOf(
        Set(ValueKind.SS, Any.Text.Select(static text => (Value)new StringValue(text))),
        Set(ValueKind.NS, Numbers.Any.Generator.Select(static number => (Value)new NumberValue(number))),
        Set(ValueKind.BS, Any.Bytes.Select(static bytes => (Value)new BinaryValue(bytes))));

    private static Gen<Value> Set(ValueKind kind, Gen<Value> elements) =>
        from count in Gen.Frequency((9, Gen.Choose(1, 5)), (1, Gen.Choose(30, 40)))
        from drawn in elements.ArrayOf(count)
        select (Value)new SetValue(kind, [.. drawn.Distinct(ScalarComparer.Instance)]);

    private static Gen<Value> Lists(int levels) =>
        from count in Gen.Choose(0, 4)
        from elements in OfLevels(levels).ArrayOf(count)
        select (Value)new ListValue(elements);

    private static Gen<MapValue> Maps(int levels) =>
        from count in Gen.Frequency((19, Gen.Choose(0, 8)), (1, Gen.Choose(60, 70)))
        from members in Names().Zip(OfLevels(levels)).ArrayOf(count)
        select new MapValue(members.DistinctBy(static member => member.Item1).ToDictionary());

    private static Gen<string> Names() => Gen.Frequency(
        (3, Gen.Elements("a", "b", "status", "note", "S", "N", "M", "NULL")),
        (1, Any.Text.Where(static name => name.Length > 0)));

    // Lists and maps in each other: the last level holds a scalar.
    private static Gen<Value> Deep() =>
        from levels in Gen.Choose(MaxLevels - 2, MaxLevels)
        from isMap in Gen.Elements(true, false).ArrayOf(levels - 1)
        from end in Scalars()
        select isMap.Aggregate(end, static (value, map) => map ? new MapValue(new() { ["m"] = value }) : new ListValue([value]));
}
