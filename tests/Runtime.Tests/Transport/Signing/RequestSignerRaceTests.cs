using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Amazon.Runtime;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport.Signing;

namespace DynamoToolkit.Runtime.Tests.Transport.Signing;

/// <summary>Callers that sign at once while credentials change and days end: each gets its own signature.</summary>
public sealed class RequestSignerRaceTests
{
    private const string Host = "dynamodb.eu-west-1.amazonaws.com";
    private const string Target = "DynamoDB_20120810.PutItem";

    [Fact]
    public void Sign_ManyThreadsWithChangingCredentialsAndDays_EachSignatureIsItsOwn()
    {
        // Some differ in one part only: a signature by another's key, or under another's name, would be noticed.
        ImmutableCredentials[] identities =
        [
            new("KEY1", "secret one", null),
            new("KEY2", "secret one", null),
            new("KEY2", "secret two", null),
            new("KEY2", "secret two", "token one"),
            new("KEY2", "secret two", "token two"),
        ];
        DateTimeOffset[] moments = [Moment("2026-11-20T23:59:59Z"), Moment("2026-11-21T00:00:00Z"), Moment("2026-11-21T00:00:01Z")];
        var bodies = Enumerable.Range(0, 4).Select(static i => Encoding.UTF8.GetBytes(Reply.Filler(40 + (i * 700)))).ToArray();
        var expected = new ConcurrentDictionary<(int Identity, int Moment, int Body), string>();
        var signer = new RequestSigner("eu-west-1");
        SigningTime? latest = null;

        Parallel.For(0, 8, worker =>
        {
            var random = new Random(worker);
            for (var i = 0; i < 3_000; i++)
            {
                var (identity, moment, body) = (random.Next(identities.Length), random.Next(moments.Length), random.Next(bodies.Length));

                // As the credentials' source does after a second: the same values in another object.
                var credentials = i % 3 == 0 ? identities[identity].Copy() : identities[identity];
                var signed = signer.Sign(credentials, SigningTime.At(moments[moment], ref latest), Host, "/", Target, bodies[body]);

                Assert.Equal(
                    expected.GetOrAdd(
                        (identity, moment, body), key => Expected(identities[key.Identity], moments[key.Moment], bodies[key.Body])),
                    signed);
            }
        });

        Assert.Equal(identities.Length * moments.Length * bodies.Length, expected.Values.Distinct().Count());
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Expected(ImmutableCredentials credentials, DateTimeOffset moment, byte[] body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = RequestSigner.ContentType,
            ["Host"] = Host,
            ["X-Amz-Date"] = moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            ["X-Amz-Target"] = Target,
            ["Authorization"] = credentials.UseToken
                ? "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target,"
                : "SignedHeaders=content-type;host;x-amz-date;x-amz-target,",
        };
        if (credentials.UseToken)
            headers["X-Amz-Security-Token"] = credentials.Token;
        return SdkSignature.Of(new ReceivedRequest(1, 1, "POST / HTTP/1.1", headers, body), credentials);
    }
}
