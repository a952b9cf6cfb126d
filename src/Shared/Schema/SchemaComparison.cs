using System.Collections.Immutable;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Schema;

/// <summary>Compares a model with its baseline.</summary>
internal sealed class SchemaComparison
{
    private readonly SchemaModel model;
    private readonly ILookup<string, SchemaEntry> recorded;
    private readonly SchemaRenames renames;
    private readonly Dictionary<string, List<SchemaEntry>> ofOwners = [];
    private readonly List<SchemaChange> changes = [];

    private SchemaComparison(SchemaModel model, SchemaFile baseline)
    {
        this.model = model;
        recorded = baseline.Entries.ToLookup(entry => entry.Line.Owner);
        renames = new SchemaRenames(model, recorded);
        foreach (var owner in recorded)
        {
            var name = renames.Owners.TryGetValue(owner.Key, out var renamed) ? renamed : owner.Key;
            ofOwners.Add(name, [.. owner]);
        }
    }

    /// <summary>The differences: one for each rule and declaration, and one for each fact that is gone.</summary>
    public static IReadOnlyList<SchemaChange> Of(SchemaModel model, SchemaFile baseline)
    {
        var comparison = new SchemaComparison(model, baseline);
        foreach (var owner in model.Owners.Values.OrderBy(owner => owner.Owner, StringComparer.Ordinal))
            comparison.Compare(owner);
        if (model.IsComplete)
            comparison.FindGone();
        var places = comparison.changes.GroupBy(
            change => (change.Finding.Rule.Id, change.Gone?.Key, change.Anchor?.Location, change.Entry?.Number));
        return [.. places.Select(Merge)];
    }

    private void Compare(ModelOwner owner)
    {
        if (!ofOwners.TryGetValue(owner.Owner, out var entries))
        {
            Add(Unrecorded($"'{owner.Owner}'"), owner.Anchor, owner.Facts.Select(fact => new SchemaEdit(SchemaEditKind.Set, fact.Line)));
            return;
        }

        var old = entries.Select(renames.Read).GroupBy(fact => fact.Line.Key).ToDictionary(facts => facts.Key, facts => facts.First());
        var renaming = Renaming(owner, old.Values);
        foreach (var fact in owner.Facts)
        {
            old.TryGetValue(fact.Line.Key, out var known);
            var isEqual = known?.Line == fact.Line;
            if (isEqual && known is { Entry.IsRemoved: false } && !(known.IsRenamed && known.Entry.Line.Owner == fact.Line.Owner))
                continue;

            // A line about something removed still says what items have.
            var finding = isEqual ? null : ChangedFact.Of(model, fact.Line, known?.Line);
            if (known is { Entry.IsRemoved: true })
                finding ??= ChangedFact.OfReturned(fact.Line);
            var what = $"'{fact.Line.Subject}' of '{fact.Line.OwnerName}'" + (known is null ? "" : " as it is now");
            Add(finding ?? Unrecorded(what), fact.Anchor, Edits(known, fact, renaming));
        }

        var now = new HashSet<string>(owner.Facts.Select(fact => fact.Line.Key));
        foreach (var gone in old.Values.Where(known => !known.Entry.IsRemoved && !now.Contains(known.Line.Key)))
            AddGone(owner, gone, renaming);
    }

    /// <summary>What moves the lines of a renamed owner, which comes with each change of the owner.</summary>
    private ImmutableArray<SchemaEdit> Renaming(ModelOwner owner, IEnumerable<RecordedFact> old)
    {
        var moved = old.Where(fact => fact.Entry.Line.Owner != owner.Owner).ToList();
        if (moved.Count == 0)
            return [];
        var edits = ImmutableArray.CreateBuilder<SchemaEdit>();
        foreach (var fact in moved)
        {
            edits.Add(new SchemaEdit(SchemaEditKind.SetUnlessThere, fact.Line) { Old = fact.Entry.Line });
            if (fact.Entry.IsRemoved)
                edits.Add(new SchemaEdit(SchemaEditKind.MarkRemoved, fact.Line));
            edits.Add(new SchemaEdit(SchemaEditKind.Delete, fact.Entry.Line));
        }

        Add(Unrecorded($"'{owner.Owner}', which it records as '{moved[0].Entry.Line.Owner}'"), owner.Anchor, edits);
        return edits.ToImmutable();
    }

    private static IEnumerable<SchemaEdit> Edits(RecordedFact? known, ModelFact fact, ImmutableArray<SchemaEdit> renaming)
    {
        var old = known is not null && known.Entry.Line.Key != fact.Line.Key ? known.Entry.Line : null;
        var edits = renaming.Append(new SchemaEdit(SchemaEditKind.Set, fact.Line) { Old = old });
        return old is null ? edits : edits.Append(new SchemaEdit(SchemaEditKind.Delete, old));
    }

    private void AddGone(ModelOwner owner, RecordedFact gone, ImmutableArray<SchemaEdit> renaming)
    {
        var (word, name) = ChangedFact.Split(gone.Line.Subject);
        var isTable = gone.Line.Kind == "table";

        // A type with a mistake may be what declares it.
        if (gone.Line.Kind is "table" or "enum" && !model.IsComplete)
            return;
        if (!isTable && IndexOf(word, name) is { } index && !IsInTable(owner, index))
            return;

        // Items still have the attribute or name, so a new one of that name has to fit.
        var keeps = word is "attribute" or "name";
        var edits = renaming.Append(new SchemaEdit(keeps ? SchemaEditKind.MarkRemoved : SchemaEditKind.Delete, gone.Line));
        if (gone.IsRenamed)
            edits = edits.Append(new SchemaEdit(SchemaEditKind.Delete, gone.Entry.Line));
        if (isTable && word is "global" or "local")
            edits = edits.Concat(LinesOf(gone.Line.OwnerName, ChangedFact.Split(name).Name));
        changes.Add(new SchemaChange(GoneFact.Of(model, gone.Line), owner.Anchor, null, [.. edits]) { Gone = gone.Line });
    }

    private static string? IndexOf(string word, string name) => word switch
    {
        "index" => name,
        "shards" when name.StartsWith("of index ", StringComparison.Ordinal) => name.Substring("of index ".Length),
        _ => null,
    };

    /// <summary>Whether the table of an item type still has an index; if not, that is reported once for the table.</summary>
    private bool IsInTable(ModelOwner item, string index)
    {
        var table = item.Facts.First(fact => fact.Line.Subject == "table").Line.Value!;
        return model.Owners[TableFacts.OwnerOf(table)].Facts.Any(fact =>
            fact.Line.Subject == TableFacts.IndexSubject(index, isLocal: false)
            || fact.Line.Subject == TableFacts.IndexSubject(index, isLocal: true));
    }

    /// <summary>The lines about an index in those about the item types of its table.</summary>
    private IEnumerable<SchemaEdit> LinesOf(string table, string index) => recorded
        .Where(owner => owner.Any(entry => entry.Line is { Kind: "item", Subject: "table" } && entry.Line.Value == table))
        .SelectMany(owner => owner)
        .Where(entry => entry.Line.Subject == $"index {index}" || entry.Line.Subject == $"shards of index {index}")
        .Where(entry => !Has(entry.Line))
        .Select(entry => new SchemaEdit(SchemaEditKind.Delete, entry.Line));

    private bool Has(SchemaLine line) =>
        model.Owners.TryGetValue(line.Owner, out var owner) && owner.Facts.Any(fact => fact.Line.Key == line.Key);

    private void FindGone()
    {
        foreach (var owner in ofOwners.Where(owner => !model.Owners.ContainsKey(owner.Key)))
        {
            if (owner.Value.FirstOrDefault(entry => !entry.IsRemoved) is not { } first)
                continue;

            // A table, map or enum goes with what used it, which is reported there.
            var finding = first.Line.Kind == "item"
                ? new SchemaFinding(RuleTable.RecordedTypeGone, ("type", first.Line.OwnerName), ("remedy", Remedies.TypeGone))
                : Unrecorded($"that '{owner.Key}' is not stored any more");
            var edits = owner.Value.Select(entry => new SchemaEdit(SchemaEditKind.Delete, entry.Line)).ToImmutableArray();
            changes.Add(new SchemaChange(finding, null, first, edits));
        }
    }

    private void Add(SchemaFinding finding, SchemaAnchor anchor, IEnumerable<SchemaEdit> edits) =>
        changes.Add(new SchemaChange(finding, anchor, null, [.. edits]));

    private static SchemaFinding Unrecorded(string what) => new(RuleTable.FactNotRecorded, ("what", what));

    private static SchemaChange Merge(IEnumerable<SchemaChange> several)
    {
        var all = several.ToList();
        return all.Count == 1 ? all[0] : all[0] with { Edits = [.. all.SelectMany(change => change.Edits).Distinct()] };
    }
}
