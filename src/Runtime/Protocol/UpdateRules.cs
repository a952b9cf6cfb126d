using DynamoToolkit.Expressions;

namespace DynamoToolkit.Protocol;

/// <summary>What an update can't change, because DynamoDB refuses it or something else writes it.</summary>
internal static class UpdateRules
{
    /// <exception cref="ArgumentException">The update can't change the attribute.</exception>
    public static void ThrowIfRefused(TableModel model, AttributePath path)
    {
        KeyRules.ThrowIfTableKey(model, path);
        if (!model.HasWrittenMembers)
            return;

        ItemTypeAction.ThrowIfTypeName(model, path);
        ThrowIfStamp(model, path);
        ThrowIfTracked(model, path);
        ThrowIfOfVersions(model, path);
        ThrowIfMaterialized(model, path);
    }

    private static void ThrowIfTracked(TableModel model, AttributePath path)
    {
        if (model.Trigrams?.DependsOn(path.RootName) == true)
        {
            throw new ArgumentException(
                $"A trigram index of {model.ItemType.Name} depends on '{path.RootName}', and an update can't change the index. Change "
                + "the item with ChangeAsync.");
        }

        if (model.Unique?.DependsOn(path.RootName) == true)
        {
            throw new ArgumentException(
                $"'{path.RootName}' is part of a unique value of {model.ItemType.Name}, or says how long one is reserved, and an update "
                + "can't reserve values. Change the item with ChangeAsync.");
        }
    }

    private static void ThrowIfMaterialized(TableModel model, AttributePath path)
    {
        foreach (var member in model.Materialized)
        {
            if (path.RootName == member.AttributeName || path.RootName == member.SourceAttributeName)
            {
                throw new ArgumentException(
                    $"'{path.RootName}' is computed from items of {member.Child.ItemType.Name}, and only a materializer writes it. "
                    + "Change those items.");
            }
        }
    }

    private static void ThrowIfOfVersions(TableModel model, AttributePath path)
    {
        if (model.Versions is { } versions && versions.IsOfLatestOnly(path.RootName))
        {
            throw new ArgumentException(
                $"'{path.RootName}' is written only by saves of versions of a {model.ItemType.Name}. Leave it out of the update.");
        }
    }

    private static void ThrowIfStamp(TableModel model, AttributePath path)
    {
        if (model.Stamps is { } stamps && stamps.Sets(path.RootName))
        {
            throw new ArgumentException(
                $"'{path.RootName}' is a concurrency token or a time of {model.ItemType.Name}, and every update sets it by itself. "
                + "Leave it out of the update, or put the item.");
        }
    }
}
