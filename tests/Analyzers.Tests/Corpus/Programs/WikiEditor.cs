using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Wiki;
using DynamoToolkit;

namespace Corpus.Programs.WikiEditor;

public sealed record Saved(long Version, string? Conflict);

/// <summary>Edits pages of a wiki.</summary>
public sealed class WikiEditor(DynamoTable<WikiPage> pages)
{
    public async Task<Saved> SaveAsync(WikiPage page, long seen, string by, string request, CancellationToken cancellationToken)
    {
        try
        {
            var saved = await pages.SaveVersion(page).By(by).IfLatestVersion(seen).WithWriteId(request).ExecuteAsync(cancellationToken);
            return new Saved(saved.Version, null);
        }
        catch (VersionConflictException conflict)
        {
            return new Saved(conflict.ActualVersion ?? 0, conflict.CurrentItem<WikiPage>()?.Text);
        }
    }

    public async Task<List<string>> TitlesAsync(string space, CancellationToken cancellationToken)
    {
        var found = await pages.Query(WikiPage.Index.Pages(space)).ToListAsync(cancellationToken);
        return [.. found.Select(page => page.Title)];
    }

    public async Task<(string Old, string New)> CompareAsync(
        string space, string title, long one, long other, CancellationToken cancellationToken)
    {
        var history = WikiPage.History(space, title);
        var before = await pages.GetVersionAsync(history, one, cancellationToken: cancellationToken);
        var after = await pages.GetVersionAsync(history, other, cancellationToken: cancellationToken);
        return (before?.Text ?? "", after?.Text ?? "");
    }

    /// <summary>Removes a text from the history for good, as a court has ordered.</summary>
    public async Task RedactAsync(string space, string title, long version, CancellationToken cancellationToken)
    {
        var key = WikiPage.History(space, title).KeyOf(version);
        await pages.Update(key).Set(page => page.Text, "[removed]").BypassVersionControl().ExecuteAsync(cancellationToken);
    }
}
