using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the model of the members that writes set: how they get out of an item, and into one.</summary>
internal static class StampEmitter
{
    /// <summary>Emits the model's property, if the type has such members.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        var stamped = item.Members.Where(member => member.Stamp is not (StampSpec.None or StampSpec.WriteShard)).OrderBy(member => member.Stamp).ToList();
        if (stamped.Count == 0)
            return;
        using var block = writer.Block($"Stamps = new(static item => (({item.Type.Name})item).MemberwiseClone())", "},");
        foreach (var member in stamped)
        {
            var property = member.Stamp == StampSpec.ConcurrencyToken ? "Token" : member.Stamp.ToString();
            using (writer.Indent($"{property} = {Factory(item, member)}("))
            {
                writer.Line($"{Literals.String(member.AttributeName)},");
                writer.Line($"static item => item.{member.Identifier},");
                writer.Line($"static (item, value) => {{ {Assign(item, member)} }}),");
            }
        }
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
