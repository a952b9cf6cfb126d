using System.Reflection;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.ItemKit;

/// <summary>Items of any type, each stored member with any value that DynamoDB takes.</summary>
public static class AnyItem
{
    /// <summary>So many items. Some share their partition with the one before.</summary>
    public static Gen<T[]> Many<T>(int count)
        where T : IItem<T>
    {
        var partition = T.Model.Sort is null or { IsConstant: true } ? [] : KeyMembers.OfPartition(typeof(T));
        StoredMember[] shared = [.. StoredMember.Of(typeof(T)).Where(member => partition.Contains(member.Name))];
        return Of(typeof(T)).Zip(Gen.Choose(0, 2)).ArrayOf(count).Select(drawn =>
        {
            for (var i = 1; i < drawn.Length; i++)
            {
                foreach (var member in drawn[i].Item2 == 0 ? [] : shared)
                    member.Field.SetValue(drawn[i].Item1, member.Field.GetValue(drawn[i - 1].Item1));
            }

            return Array.ConvertAll(drawn, static pair => (T)pair.Item1);
        });
    }

    private static Gen<object> Of(Type type)
    {
        Type[] family =
        [
            .. type.Assembly.GetTypes().Where(one => !one.IsAbstract && type.IsAssignableFrom(one)
                && (one == type || one.IsDefined(typeof(DynamoTypeAttribute), false)))
        ];
        return Gen.OneOf(Array.ConvertAll(family, OfExactly));
    }

    private static Gen<object> OfExactly(Type type)
    {
        var members = StoredMember.Of(type);
        var keys = KeyMembers.Whole(type);
        return Gen.CollectToArray(members.Select(member => Value(member, keys.Contains(member.Name)))).Select(values =>
        {
            // Past the constructors: these are the values that the item has, however it came to them.
            var item = RuntimeHelpers.GetUninitializedObject(type);
            for (var i = 0; i < values.Length; i++)
                members[i].Field.SetValue(item, values[i]);

            return item;
        });
    }

    private static Gen<object?> Value(StoredMember member, bool isKey)
    {
        var type = member.Field.FieldType;
        var values = member.Has<TimeToLiveAttribute>()
            ? OrNull(AnyScalar.TimeToLive(Nullable.GetUnderlyingType(type) ?? type), Nullable.GetUnderlyingType(type) is not null)
            // What reads as its default can't have been null.
            : Value(type, member.Nullability, canBeNull: !member.Has<DynamoDefaultAttribute>());
        return isKey
            ? values.Where(static value => value is not ("" or byte[] { Length: 0 } or ReadOnlyMemory<byte> { Length: 0 }))
            : values;
    }

    private static Gen<object?> Value(Type declared, NullabilityInfo? nullability, bool canBeNull = true)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var isNullable = type != declared || (!type.IsValueType && nullability?.ReadState == NullabilityState.Nullable);
        var values = AnyScalar.Of(type)
            // An empty set is none, and none of a nullable set is null.
            ?? AnyCollection.Of(
                type,
                isNullable && AnyCollection.IsSet(type) ? 1 : 0,
                (i, element) => Value(
                    element, type.IsArray ? nullability?.ElementType : nullability?.GenericTypeArguments.ElementAtOrDefault(i)))
            ?? Of(type).Select(static value => (object?)value);
        return OrNull(values, isNullable && canBeNull);
    }

    private static Gen<object?> OrNull(Gen<object?> values, bool isNullable) =>
        isNullable ? Gen.Frequency((1, Gen.Constant<object?>(null)), (3, values)) : values;
}
