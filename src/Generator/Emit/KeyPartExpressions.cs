using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes members as arguments of the runtime's key text methods.</summary>
internal static class KeyPartExpressions
{
    /// <summary>A member's value, known not to be null.</summary>
    public static string OfMember(MemberSpec member)
    {
        var expression = "item." + member.Identifier;
        return OfValue(member.Value, member.Value is { IsNullable: true, Type.IsValueType: true } ? expression + ".Value" : expression);
    }

    /// <summary>A value that is not null: enums become their text or their number first.</summary>
    public static string OfValue(ValueSpec value, string expression)
    {
        if (value.Enum is not { } type)
            return expression;
        return type.Storage == EnumStorageSpec.Number
            ? $"({type.UnderlyingType}){expression}"
            : $"{type.ConverterName}.Names.TextOf({expression})";
    }
}
