using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the model of the members that writes set: how they get out of an item, and into one.</summary>
internal static class StampEmitter
{
    /// <summary>Emits the model's property, if the type has such members.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        var stamped = item.Members
            .Where(member => member.Stamp is not (StampSpec.None or StampSpec.WriteShard))
            .OrderBy(member => member.Stamp)
            .ToList();
        if (item.Retention is { } retention)
            Retention(writer, retention);
        if (stamped.Count == 0 && item.Retention is null)
            return;
        using var block = writer.Block($"Stamps = new(static item => (({item.Type.Name})item).MemberwiseClone())", "},");
        foreach (var member in stamped)
        {
            var property = member.Stamp == StampSpec.ConcurrencyToken ? "Token" : member.Stamp.ToString();
            Stamp(writer, item, property, member);
        }

        if (item.Retention is not null)
            Stamp(writer, item, "Expires", item.Members.First(member => member.IsTimeToLive));
    }

    private static void Retention(SourceWriter writer, RetentionSpec retention)
    {
        var name = retention.Name is { } text ? Literals.String(text) : "null";
        var minutes = retention.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        writer.Line($"Retention = new {RetentionModel}({name}, {minutes}){(retention.IsOnDemand ? " { IsOnDemand = true }" : "")},");
    }

    private static void Stamp(SourceWriter writer, ItemSpec item, string property, MemberSpec member)
    {
        using var block = writer.Indent($"{property} = {Factory(item, member)}(");
        writer.Line($"{Literals.String(member.AttributeName)},");
        writer.Line($"static item => item.{member.Identifier},");
        writer.Line($"static (item, value) => {{ {Assign(item, member)} }}),");
    }

    private static string Factory(ItemSpec item, MemberSpec member)
    {
        var type = item.Type.Name;
        if (member.Stamp != StampSpec.ConcurrencyToken)
            return $"{TimestampModel}.Of<{type}, {member.Value.Type.FullName}, {ConverterNames.Of(member.Value)}>";
        return member.Value switch
        {
            { Kind: ValueKind.String } => $"{ConcurrencyTokenModel}.OfString<{type}>",
            { Kind: ValueKind.Guid } => $"{ConcurrencyTokenModel}.OfGuid<{type}>",
            { Type.FullName: "int" } => $"{ConcurrencyTokenModel}.OfInt32<{type}>",
            _ => $"{ConcurrencyTokenModel}.OfInt64<{type}>",
        };
    }

    /// <summary>The statement that assigns <c>value</c> to a member of <c>item</c>.</summary>
    public static string Assign(ItemSpec item, MemberSpec member) => member.Accessor is null
        ? $"item.{member.Identifier} = value;"
        : AccessorEmitter.Assign(item, member, "value");
}
