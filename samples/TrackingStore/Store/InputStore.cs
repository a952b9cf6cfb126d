using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Store;

/// <summary>What runs read and made: data sets and models.</summary>
internal sealed class InputStore(TrackingTable table, RunStore runs, DatasetTexts texts)
{
    private const int MostSummaries = 1000;
    private const int MostBytes = 250_000;

    /// <summary>Logs what an active run read. A data set that it has read already stays as it was.</summary>
    public async Task LogInputsAsync(string runId, IReadOnlyList<DatasetInput> datasets, IReadOnlyList<string> modelIds, CancellationToken cancellationToken)
    {
        var run = await runs.RequireActiveAsync(runId, cancellationToken);
        var distinct = datasets.DistinctBy(input => (input.Dataset.Name, input.Dataset.Digest));
        await Writes.ForEachAsync(distinct, (input, token) => PutDatasetAsync(run, input, token), cancellationToken);
        await table.Client.BatchAsync(
            [.. modelIds.Distinct().Select(id => table.ModelInputs.Put(new ModelInputItem { RunId = runId, ModelId = id }))], cancellationToken);
    }

    /// <summary>Logs what an active run made.</summary>
    public async Task LogOutputsAsync(string runId, IReadOnlyList<ModelOutput> models, CancellationToken cancellationToken)
    {
        await runs.RequireActiveAsync(runId, cancellationToken);
        var distinct = models.GroupBy(model => model.ModelId).Select(same => same.Last());
        await table.Client.BatchAsync(
            [.. distinct.Select(model => table.ModelOutputs.Put(new ModelOutputItem { RunId = runId, ModelId = model.ModelId, Step = model.Step }))], cancellationToken);
    }

    /// <summary>The data sets that runs of some experiments read.</summary>
    public async Task<IReadOnlyList<DatasetSummary>> SummariesAsync(IReadOnlyList<string> experimentIds, CancellationToken cancellationToken)
    {
        var summaries = new List<DatasetSummary>();
        foreach (var id in experimentIds.Distinct().Where(ExperimentIds.IsValid))
        {
            await foreach (var item in table.DatasetSummaries.Query(DatasetSummaryItem.Partition(id)).WithCancellation(cancellationToken))
            {
                if (summaries.Count == MostSummaries) return summaries;
                summaries.Add(new DatasetSummary(id, item.DatasetName, item.Digest, item.Context));
            }
        }

        return summaries;
    }

    private async ValueTask PutDatasetAsync(RunItem run, DatasetInput input, CancellationToken cancellationToken)
    {
        var dataset = input.Dataset;
        var item = new DatasetInputItem
        {
            RunId = run.RunId,
            DatasetId = DigestOf(dataset.Name, dataset.Digest),
            DatasetName = dataset.Name,
            Digest = dataset.Digest,
            SourceType = dataset.SourceType,
            Source = dataset.Source,
            Schema = dataset.Schema,
            Profile = dataset.Profile,
            Tags = (input.Tags ?? []).DistinctByLast().ToDictionary(tag => tag.Key, tag => tag.Value),
        };
        RequireStorable(item);
        var (own, pieces) = DatasetTexts.Split(item);
        await texts.PutAsync(pieces, cancellationToken);
        try
        {
            await table.DatasetInputs.Put(own).If(d => d.DatasetName.NotExists()).ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            await texts.DeleteAsync(pieces, cancellationToken);
            return;
        }

        await PutSummaryAsync(run.ExperimentId, dataset, item.Tags.GetValueOrDefault(DatasetInput.ContextTag), cancellationToken);
    }

    private async Task PutSummaryAsync(string experimentId, Dataset dataset, string? context, CancellationToken cancellationToken)
    {
        var item = new DatasetSummaryItem
        {
            ExperimentId = experimentId,
            SummaryId = DigestOf(dataset.Name, dataset.Digest, context),
            DatasetName = dataset.Name,
            Digest = dataset.Digest,
            Context = context,
        };
        // A read is cheap and nearly always finds it: only the first run that reads a data set writes to the experiment's partition.
        if (await table.DatasetSummaries.GetAsync(DatasetSummaryItem.Key(experimentId, item.SummaryId), cancellationToken: cancellationToken) is not null) return;
        await table.DatasetSummaries.PutAsync(item, cancellationToken);
    }

    private static void RequireStorable(DatasetInputItem item)
    {
        // Schema and profile move into items of their own; the rest has to fit into one.
        var size = Encoding.UTF8.GetByteCount(item.Source) + item.Tags.Sum(tag => Encoding.UTF8.GetByteCount(tag.Key) + Encoding.UTF8.GetByteCount(tag.Value));
        if (size > MostBytes) throw MlflowException.Invalid($"The source and tags of the data set '{item.DatasetName}' are too large: {size} bytes, at most {MostBytes} fit.");
    }

    private static string DigestOf(params string?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
