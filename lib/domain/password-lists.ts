/** Keys and characters in an order that hands and attackers know; both directions count. */
export const keyRows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'абвгдежзиклмнопрстуфхцчшщъыьэюя',
  'αβγδεζηθικλμνξοπρστυφχψω',
]

/** Words that most passwords are made of. Only what is left without them is measured. */
export const commonWords = [
  ...['password', 'passwort', 'passord', 'motdepasse', 'contrasena', 'senha', 'wachtwoord'],
  ...['пароль', 'parola', 'haslo', 'welcome', 'willkommen', 'letmein', 'changeme', 'default'],
  ...['iloveyou', 'admin', 'administrator', 'login', 'signin', 'secret', 'master', 'superuser'],
  ...['root', 'user', 'guest', 'test', 'temp', 'company', 'office', 'monkey', 'dragon'],
  ...['football', 'baseball', 'princess', 'sunshine', 'superman', 'batman', 'shadow', 'hunter'],
  ...['trustno', 'whatever', 'starwars', 'pokemon', 'freedom', 'michael', 'jordan', 'access'],
  ...['spring', 'summer', 'autumn', 'winter', 'sommer', 'herbst', 'january', 'february'],
  ...['monday', 'friday', 'abcabc', 'qwe', 'asd', 'zxc', 'pass', 'love', 'hello', 'please'],
]

// Long ones that leak lists and password guides hold; spaces and marks don't count. Shorter ones never reach this
// list, and repetitions and key rows are found by pattern: so it stays small (NIST SP 800-63B-4 §3.1.1.2).
export const commonPhrases: readonly string[] = `
correct horse battery staple
correct horse battery staple correct
the quick brown fox jumps
the quick brown fox jumps over the lazy dog
may the force be with you
to be or not to be that is the question
i will always love you
i love you so much
i love you forever
let me in please now
open sesame open sesame
this is my password
this is a password
this is not my password
my secret password
my password is password
my voice is my passport
my voice is my passport verify me
never gonna give you up
never gonna let you down
all your base are belong to us
twinkle twinkle little star
mary had a little lamb
jingle bells jingle bells
winter is coming soon
live long and prosper
hakuna matata hakuna matata
supercalifragilisticexpialidocious
antidisestablishmentarianism
pneumonoultramicroscopicsilicovolcanoconiosis
lorem ipsum dolor sit amet
four score and seven years ago
in the beginning god created
jesus christ is lord
god is good all the time
our father who art in heaven
hail mary full of grace
one two three four five
one ring to rule them all
the answer is forty two
once upon a time
happy birthday to you
i am your father luke
luke i am your father
houston we have a problem
elementary my dear watson
use the force luke
you shall not pass
you shall not password
ask me no questions
what is the password
i forgot my password
forgot my password again
i hate passwords so much
change this password
change me immediately
please change me now
do not use this password
super secret password
very secure password
a very strong password
trust no one ever
manchester united
liverpool football club
you never walk alone
youll never walk alone
real madrid club de futbol
alle meine entchen
je t aime pour toujours
te quiero mucho mi amor
я тебя люблю навсегда
`
  .trim()
  .split('\n')
