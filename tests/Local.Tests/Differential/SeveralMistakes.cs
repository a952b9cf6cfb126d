namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>
/// Explains two different errors for one request: it has both mistakes, and each engine reports the one that it finds first. That is
/// proved by mending one mistake: then both report the other one.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="reference">DynamoDB Local.</param>
/// <param name="afterWrite">Makes the contents of both the same again.</param>
/// <param name="differenceOf">The difference between the answers to a request.</param>
internal sealed class SeveralMistakes(
    IEndpoint engine,
    IEndpoint reference,
    Func<Request, Task> afterWrite,
    Func<Difference, Request, Answer, Answer, Task<Difference>> differenceOf)
{
    private const int MaxRequests = 3000;

    // What mending another mistake breaks: the type of a key, or the number of its attributes.
    private static readonly string[] Broken =
    [
        "Type mismatch for attribute to update", "Condition parameter type does not match", "The number of conditions on the keys",
        "One of the required keys", "Invalid attribute value type", "Supplied AttributeValue is empty", "The provided key element",
        "One or more parameter values were invalid: Type mismatch for key", "Missing the key",
        "Syntax error; token", "is not defined", "unused in expressions", "No Hash Key specified", "Invalid global secondary index name",
    ];

    /// <summary>Whether the engine reports a mistake that the request has, and whether DynamoDB Local does.</summary>
    /// <returns>What is proved, and the smallest request that was found, with its answers.</returns>
    public async Task<(bool IsOurs, bool IsTheirs, Difference Smallest)> ExplainAsync(Difference difference)
    {
        var (isOurs, smallest) = await FindAsync(difference, isOurs: true);
        if (!isOurs)
            return (false, false, smallest);

        var (isTheirs, other) = await FindAsync(difference, isOurs: false);
        return (true, isTheirs, other);
    }

    // Makes the request smaller as long as one of the two reports the mistake, until the other one reports it as well.
    private async Task<(bool IsFound, Difference Smallest)> FindAsync(Difference difference, bool isOurs)
    {
        var (mistake, original) = isOurs ? (difference.Ours, difference.Theirs) : (difference.Theirs, difference.Ours);
        var seen = new HashSet<string>();
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            var current = difference.Request.Body.ToJsonString();
            seen.Add(current);
            var fewer = Simpler.Of(difference.Request).Select(static request => (request, false));
            foreach (var (request, isMended) in fewer.Concat(Mended.Of(difference.Request).Select(static request => (request, true))))
            {
                var text = request.Body.ToJsonString();
                if (!seen.Add(text))
                    continue;
                if (seen.Count > MaxRequests)
                    return (false, difference);

                var ours = await CallAsync(engine, request);
                if (isOurs ? ours.Kind != mistake.Kind : !isMended && ours.Kind == difference.Ours.Kind && text.Length >= current.Length)
                    continue;

                var theirs = await CallAsync(reference, request);
                if (!isOurs && theirs.Kind != mistake.Kind)
                    continue;

                var next = await differenceOf(difference, request, ours, theirs);
                if (!theirs.IsBroken && ((!ours.IsOk && ours.Text == theirs.Text) || KnownDifferences.Explain(next) is not null))
                    return (true, next);

                var other = isOurs ? theirs : ours;
                if (other.Kind != original.Kind && Array.Exists(Broken, text => other.Text.Contains(text, StringComparison.Ordinal)))
                    continue;

                var isOther = isOurs ? theirs.Kind != difference.Theirs.Kind : ours.Kind != difference.Ours.Kind;
                if (text.Length >= current.Length && !isOther && !isMended)
                    continue;

                difference = next;
                isChanged = true;
                break;
            }
        }

        return (false, difference);
    }

    private async Task<Answer> CallAsync(IEndpoint endpoint, Request request)
    {
        var answer = await endpoint.CallAsync(request);
        if (answer.IsOk)
            await afterWrite(request);
        return answer;
    }
}
