using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the values of members on which other items of the table depend.</summary>
internal static class MemberValueExpressions
{
    /// <summary>What takes a member's value out of an item.</summary>
    public static string Of(ItemSpec item, MemberSpec member) =>
        $"{MemberValue}.Of<{item.Type.Name}>({Literals.String(member.Name)}, {Literals.String(member.AttributeName)}, "
        + $"static item => item.{member.Identifier} is {{ }} value ? {KeyExpressions.Value(member, "value")} : default"
        + (member.Value.IsNullable ? ")" : ", mayBeMissing: true)");

    /// <summary>The time to live, which other items share with an item; <c>null</c> if the type has none.</summary>
    public static string OfTimeToLive(ItemSpec item) =>
        item.Members.FirstOrDefault(member => member.IsTimeToLive) is { } timeToLive ? Of(item, timeToLive) : "null";

    /// <summary>A key that is the value of a member, for a method that takes one.</summary>
    public static KeySpec KeyOf(string member) => new()
    {
        AttributeName = "",
        Wire = WireType.S,
        Member = member,
        Parts = new([new TemplatePartSpec(null, member)]),
    };
}
