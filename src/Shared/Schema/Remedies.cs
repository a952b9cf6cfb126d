namespace DynamoToolkit.Shared.Schema;

/// <summary>The migrations that changes take, as messages name them.</summary>
internal static class Remedies
{
    public const string Key =
        "no read finds the items of the old key, so take it back, or put them under the new key, delete the old ones, "
        + "and acknowledge the change";

    public const string TableKey =
        "the service can't change the key of a table; take it back, or make a new table, copy the items, and acknowledge the change";

    public const string GlobalIndex =
        "the service can't change an index; add one under another name, move the queries to it, and then delete this one";

    public const string LocalIndex =
        "the service can't change a local index; take it back, or add a global index, or make a new table and copy the items";

    public const string IndexTemplate =
        "entries of existing items keep the old key; take it back, or add an index under another name, or write the items again, "
        + "and acknowledge the change";

    public const string IndexOfOlder =
        "write them again, and record the index";

    public const string Shards =
        "reads would not find existing items, so declare the other number with Also, move the items with ReshardAsync, "
        + "and acknowledge the change when all have moved";

    public const string TimeToLive =
        "disable the time to live of the table, which can take an hour, enable it for the new attribute, rewrite the items, "
        + "and acknowledge the change";

    public const string TimeToLiveGone =
        "the service still deletes items by it; disable the time to live of the table, and acknowledge the change";

    public const string Versions =
        "versions of existing items have the old form; take it back, or write them again and acknowledge the change";

    public const string Unique =
        "existing items have no such reservations, so give the changed one another name, reserve the values, and acknowledge the change";

    public const string UniqueOfOlder = "reserve them with the check of unique values, and record the constraint";

    public const string Trigrams =
        "existing items have the old postings, so index them again with RepairTrigramsAsync, and acknowledge the change";

    public const string TrigramsOfOlder = "index them with RepairTrigramsAsync, and record the index";

    public const string EnumName =
        "add it to Aliases of [DynamoEnumName], or rewrite the items and acknowledge the change";

    public const string EnumNumber =
        "give the members of the enum explicit numbers as they were, or rewrite the items and acknowledge the change";

    public const string Required =
        "give the member a [DynamoDefault], make it nullable, or write the items again and record it";

    public const string AttributeGone =
        "if it was renamed, keep the name with [DynamoAttribute]; otherwise acknowledge that it is gone";

    public const string Gone = "take it back, or acknowledge that it is gone";

    public const string TypeGone =
        "if nothing reads its items any more, acknowledge that by deleting its lines; if it was renamed and changed at once, "
        + "take back its name first";
}
