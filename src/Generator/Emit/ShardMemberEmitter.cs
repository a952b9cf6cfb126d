using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the model of the member that holds an item's random write shard.</summary>
internal static class ShardMemberEmitter
{
    /// <summary>Emits the model's property, if the type has such a member.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        if (item.PartitionKey is not { Shard: { IsRandom: true } shard })
            return;
        var member = item.Member(shard.Members[0]);
        using var scope = writer.Indent($"ShardMember = {ShardMemberModel}.Of<{item.Type.Name}>(");
        writer.Line($"{Literals.String(member.AttributeName)},");
        writer.Line($"static item => item.{member.Identifier},");
        writer.Line($"static (item, value) => {{ {StampEmitter.Assign(item, member)} }}),");
    }
}
