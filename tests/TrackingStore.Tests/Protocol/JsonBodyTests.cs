using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Tests.Protocol;

/// <summary>What of a body is read, kept and refused.</summary>
public sealed class JsonBodyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" {\"a\": [1, {\"b\": null}]} ", "{\"a\": [1, {\"b\": null}]}")]
    [InlineData("\"{\\\"a\\\": 1}\"", "{\"a\": 1}")]
    public async Task Read_Object_IsReadWhole(string body, string expected) =>
        Assert.Equal(expected, (await ReadAsync(Encoding.UTF8.GetBytes(body))).GetRawText());

    [Fact]
    public async Task Read_EmptyBody_HasNoArguments() => Assert.Equal(JsonValueKind.Undefined, (await ReadAsync([])).ValueKind);

    [Theory]
    [InlineData("{\"experiment_id\": \"7\", \"run_na")]
    [InlineData("{\"experiment_id\": \"7\"")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("\"[]\"")]
    [InlineData("\"\"")]
    public async Task Read_AnythingElse_IsRefused(string body) => AssertRefused(
        await Assert.ThrowsAsync<MlflowException>(() => ReadAsync(Encoding.UTF8.GetBytes(body))), "must be a JSON object");

    [Fact]
    public async Task Read_BytesThatAreNotUtf8_AreRefused() => AssertRefused(
        await Assert.ThrowsAsync<MlflowException>(() => ReadAsync([.. "{\"a\":\""u8, 0xC0, 0xAE, .. "\"}"u8])), "must be a JSON object");

    /// <summary>30 MB of empty objects took 2.4 GB. Now they are refused long before they have all arrived.</summary>
    [Theory]
    [InlineData("{\"metrics\":[{}", ",{}", "too many values")]
    [InlineData("{\"a\":[", "[],", "too many values")]
    [InlineData("{\"a\":{\"b\":1", ",\"b\":1", "too many values")]
    [InlineData("{}", "\u0000", "must be a JSON object")]
    [InlineData("x", "x", "must be a JSON object")]
    public async Task Read_TooManyValues_AreRefusedWhileTheyArrive(string begin, string repeated, string message)
    {
        using var body = new EndlessBody(begin, repeated, 30_000_000);
        AssertRefused(await Assert.ThrowsAsync<MlflowException>(() => ReadAsync(body)), message);
        Assert.InRange(body.Position, 1, 2_000_000);
    }

    /// <summary>One long text is legal. It is kept once, and looked at a few times while it arrives.</summary>
    [Fact]
    public async Task Read_LongText_TakesLittleMoreThanItself()
    {
        const int length = 16_000_000;
        var text = Encoding.UTF8.GetBytes($$"""{"profile":"{{new string('x', length)}}"}""");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = ReadAsync(new MemoryStream(text));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // It has not waited for anything, so that all of it was on this thread.
        Assert.True(reading.IsCompletedSuccessfully);
        var body = await reading;
        Assert.InRange(allocated, 0, 6L * length);
        Assert.Equal(length + 2, body.GetProperty("profile").GetRawText().Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Count_InPieces_IsThatOfTheWhole(int piece)
    {
        var (first, last) = (new string('x', 40_000), new string('y', 70_000));
        var text = Encoding.UTF8.GetBytes($$"""{"a":["{{first}}",1,true,null,{"b":-1.5e3}],"c":"{{last}}"}""");
        foreach (var (max, fits) in ((int, bool)[])[(10, true), (9, true), (8, false)])
        {
            var counter = new JsonCounter(max);
            var isSmall = true;
            for (var end = piece; isSmall; end += piece)
            {
                isSmall = counter.Count(text.AsSpan(0, Math.Min(end, text.Length)), end >= text.Length);
                if (end >= text.Length) break;
            }

            Assert.Equal(fits, isSmall);
        }
    }

    private static void AssertRefused(MlflowException error, string message)
    {
        Assert.Equal(400, error.Status);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static Task<JsonElement> ReadAsync(byte[] body) => ReadAsync(new MemoryStream(body));

    private static Task<JsonElement> ReadAsync(Stream body) =>
        JsonBody.ReadAsync(new DefaultHttpContext { Request = { Body = body } }.Request, Ct);
}
