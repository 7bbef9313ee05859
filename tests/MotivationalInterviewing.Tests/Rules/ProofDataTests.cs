using System.Security.Cryptography;

namespace MotivationalInterviewing.Tests.Rules;

public class ProofDataTests
{
    [Fact]
    public void ProofData_ItsHashes_AreThoseOfTheDayItWasCommitted()
    {
        var folder = Repository.Path("tests", "MotivationalInterviewing.Tests", "Data");
        var lines = File.ReadAllLines(Path.Combine(folder, "SHA256SUMS"));
        Assert.Equal(6, lines.Length);
        foreach (var parts in lines.Select(line => line.Split("  ")))
            Assert.Equal(parts[0], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, parts[1])))));
    }
}
